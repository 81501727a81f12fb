import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadConfig } from './load-config.ts';

test('nothing set gives the defaults of the wire contract', () => {
  const config = loadConfig({});
  assert.equal(config.PORT, 3000);
  assert.equal(config.RATE_LIMIT_PER_MINUTE, 60);
  assert.equal(config.CACHE_TTL_PRODUCTS, 3600);
  assert.deepEqual(config.CORS_ORIGINS, []);
});

test('every wrong setting is named at once, with the value kept out of sight', () => {
  assert.throws(
    () => loadConfig({ PORT: 'eighty', DATABASE_URL: 'mysql://u:hunter2@h/d', LOG_LEVEL: 'loud' }),
    (error: Error) => {
      assert.match(error.message, /PORT/);
      assert.match(error.message, /DATABASE_URL/);
      assert.match(error.message, /LOG_LEVEL/);
      assert.doesNotMatch(error.message, /hunter2/);
      return true;
    },
  );
});

test('a setting may come from a file, as Docker and Kubernetes hand in secrets', () => {
  const folder = mkdtempSync(join(tmpdir(), 'toile-config-'));
  const file = join(folder, 'key');
  writeFileSync(file, `${'ab'.repeat(32)}\n`);
  assert.equal(loadConfig({ MASTER_KEY_FILE: file }).MASTER_KEY, 'ab'.repeat(32));
  assert.throws(() => loadConfig({ MASTER_KEY_FILE: file, MASTER_KEY: 'cd'.repeat(32) }), /both set/);
  assert.throws(() => loadConfig({ MASTER_KEY_FILE: join(folder, 'missing') }), /cannot be read/);
  rmSync(folder, { recursive: true });
});

for (const [name, value] of [
  ['PORT', ' '],
  ['PORT', '1e3'],
  ['PORT', '70000'],
  ['PUBLIC_URL', 'ftp://fit.example'],
  ['CORS_ORIGINS', '*'],
  ['CORS_ORIGINS', 'https://shop.example/'],
  ['WEBHOOK_HOSTS', 'https://shop.internal'],
  ['TRUST_PROXY', 'true'],
  ['RATE_LIMIT_PER_MINUTE', '0'],
  ['MASTER_KEY', 'short'],
  ['REDIS_URL', 'localhost:6379'],
  ['REDIS_URL', 'redis://host/zero'],
  ['REDIS_URL', 'redis://host?db=1'],
  ['STORAGE_URL', '/srv/files'],
  ['STORAGE_URL', 's3://key@bucket'],
  ['STORAGE_URL', 's3://bucket/a/../b c'],
  ['STORAGE_URL', 's3://bucket?endpoint=host:9000'],
  ['STORAGE_URL', 's3://bucket?tls=false'],
  ['STORAGE_URL', 'file://host/srv'],
] as const) {
  test(`${name}=${value} is refused at start`, () => assert.throws(() => loadConfig({ [name]: value }), new RegExp(name)));
}

test('origins and proxies are read as lists', () => {
  const config = loadConfig({ CORS_ORIGINS: 'https://a.example, http://b.example:8080', TRUST_PROXY: 'loopback,10.0.0.0/8,::1' });
  assert.deepEqual(config.CORS_ORIGINS, ['https://a.example', 'http://b.example:8080']);
  assert.deepEqual(config.TRUST_PROXY, ['loopback', '10.0.0.0/8', '::1']);
});
