import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { askApi } from './ask-api.ts';
import { expect, test } from './journey.ts';
import { addShirt, openProfile } from './profile-steps.ts';

test('everything of a shopper comes down as one zip, by one press', async ({ page }) => {
  await openProfile(page);
  await addShirt(page, 'M');
  const me = await askApi(page, 'GET /v1/me', {});
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download everything' }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe('toile-my-data.zip');
  const zip = await fromBufferPromise(await readFile(await download.path()), { autoClose: false });
  const found = new Map<string, string>();
  for await (const entry of zip.eachEntry()) found.set(entry.fileName, String(await buffer(await zip.openReadStreamPromise(entry))));
  expect([...found.keys()].sort()).toEqual(['data.json', 'manifest.json']);
  expect(JSON.parse(found.get('data.json') ?? '')).toMatchObject({ person: { id: me.id } });
  expect(found.get('data.json')).toContain('J.Crew');
  await expect(page).toHaveURL(/\/profile/);
});
