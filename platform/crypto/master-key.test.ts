import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadConfig } from '#platform/config/load-config.ts';
import { loadMasterKey, masterKey } from './master-key.ts';

test('only the same key with the same label unwraps', () => {
  const key = masterKey(randomBytes(32));
  const secret = Buffer.from('a secret');
  const wrapped = key.wrap(secret, 'a');
  assert.deepEqual(key.unwrap(wrapped, 'a'), secret);
  assert.notDeepEqual(wrapped, key.wrap(secret, 'a'), 'the nonce is new each time');
  assert.throws(() => key.unwrap(wrapped, 'b'), /master key is not the one/);
  assert.throws(() => masterKey(randomBytes(32)).unwrap(wrapped, 'a'), /master key is not the one/);
  wrapped[wrapped.length - 1] = (wrapped.at(-1) ?? 0) ^ 1;
  assert.throws(() => key.unwrap(wrapped, 'a'), /master key is not the one/);
});

test('the key is made once, for its owner only, and a damaged one is not replaced in silence', () => {
  const folder = mkdtempSync(join(tmpdir(), 'toile-key-'));
  const config = loadConfig({ DATA_DIR: folder });
  const wrapped = loadMasterKey(config).wrap(Buffer.from('x'), 'l');
  assert.equal(loadMasterKey(config).unwrap(wrapped, 'l').toString(), 'x');
  const path = join(folder, 'master.key');
  assert.equal(statSync(path).mode & 0o777, 0o600);
  writeFileSync(path, readFileSync(path, 'utf8').slice(0, 10));
  assert.throws(() => loadMasterKey(config), /damaged/);
  rmSync(folder, { recursive: true });
});
