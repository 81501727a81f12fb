import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { pagePolicy } from './page-security.ts';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('a page may run exactly the scripts it was rendered with', () => {
  const html = '<script>one()</script><script class="x" id="y">two(\n"é")</script><script>one()</script>';
  const policy = pagePolicy(html);
  assert.ok(policy.includes(`script-src 'self' ${hash('one()')} ${hash('two(\n"é")')};`), policy);
  assert.ok(!policy.includes("script-src 'self' 'unsafe-inline'"));
});

test('data and our own files need no leave', () => {
  const html = '<script type="application/ld+json">{"a":1}</script><script type="module" src="/main.js" async=""></script>';
  assert.ok(pagePolicy(html).includes("script-src 'self';"));
});
