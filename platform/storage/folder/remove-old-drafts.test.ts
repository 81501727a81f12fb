import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { folderStorage } from './folder-storage.ts';

const root = mkdtempSync(join(tmpdir(), 'toile-drafts-'));
after(() => rmSync(root, { recursive: true }));

test('drafts of a process that was killed go at the next start; one that is being written stays', async () => {
  const incoming = join(root, '.incoming');
  mkdirSync(incoming);
  const hours_ago = (hours: number): Date => new Date(Date.now() - hours * 3_600_000);
  for (const [name, hours] of [
    ['killed', 25],
    ['slow', 23],
  ] as const) {
    writeFileSync(join(incoming, name), 'half a photo');
    utimesSync(join(incoming, name), hours_ago(hours), hours_ago(hours));
  }
  await folderStorage(root).stop();
  assert.deepEqual(readdirSync(incoming), ['slow']);
});

test('a place without drafts, or that is not there yet, starts', async () => {
  await folderStorage(join(root, 'not-yet')).stop();
  assert.deepEqual(readdirSync(root), ['.incoming']);
});
