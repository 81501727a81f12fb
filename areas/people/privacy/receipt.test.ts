import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { ErasureReceipt } from '#contract/people.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { accountVisitor, runCommand } from '#platform/testing/test-visitor.ts';

let house: TestHouse;
const folder = mkdtempSync(join(tmpdir(), 'toile-receipt-'));
before(async () => {
  house = await testHouse();
});
after(async () => {
  await house.close();
  rmSync(folder, { recursive: true });
});

const check = (text: string): Promise<string> => {
  const file = join(folder, 'receipt.json');
  writeFileSync(file, text);
  return runCommand(house, 'verify-receipt', [file]);
};

test('a receipt of a deletion is known as ours, however it was written down, and no changed one is', async () => {
  const who = await accountVisitor(house);
  const photos = (await who.call<ErasureReceipt>('DELETE', '/v1/me/photos')).body;
  assert.match(await check(JSON.stringify(photos)), /^Genuine: receipt .* all photos of a person at .*: 0 rows, 0 files\.$/);
  const everything = (await who.call<ErasureReceipt>('DELETE', '/v1/me')).body;
  const written_anew = Object.fromEntries(Object.entries(everything).toReversed());
  assert.match(
    await check(JSON.stringify({ ...written_anew, rows: Object.fromEntries(Object.entries(everything.rows).toReversed()) }, null, 2)),
    /^Genuine: .* a person and all that was theirs/,
  );
  for (const changed of [
    { ...everything, erased_at: photos.erased_at.replace('20', '21') },
    { ...everything, files: 3 },
    { ...everything, rows: { ...everything.rows, fit: 99 } },
    { ...everything, person_id: photos.receipt_id },
    { ...photos, signature: everything.signature },
  ])
    await assert.rejects(check(JSON.stringify(changed)), /not written by this server/);
  for (const text of ['', 'nonsense', '{}', '[]']) await assert.rejects(check(text), /no receipt/);
});
