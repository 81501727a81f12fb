import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { pagePolicy } from './page-security.ts';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('a page may run exactly the scripts that its renderer names', () => {
  const policy = pagePolicy(['one()', 'two(\n"é")', 'one()']);
  assert.ok(policy.includes(`script-src 'self' ${hash('one()')} ${hash('two(\n"é")')};`), policy);
  assert.ok(!policy.includes("script-src 'self' 'unsafe-inline'"));
});

test('a page without scripts of its own may run our files alone', () => {
  assert.ok(pagePolicy([]).includes("script-src 'self';"));
});
