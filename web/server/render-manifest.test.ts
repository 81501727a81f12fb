import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { languages } from '#web/messages/languages.ts';
import { renderManifest } from './render-manifest.ts';

interface Manifest {
  name: string;
  description: string;
  lang: string;
  dir: string;
  id: string;
  icons: { src: string }[];
}
const manifestFor = async (...read: string[]): Promise<Manifest> => (await renderManifest(read)).manifest as Manifest;

test('each language has its own words, says which it is and how it is read; the app stays the same one', async () => {
  const all = await Promise.all(languages.map((language) => manifestFor(language)));
  assert.equal(new Set(all.map(({ name }) => name)).size, languages.length);
  assert.equal(new Set(all.map(({ description }) => description)).size, languages.length);
  assert.deepEqual(
    all.map(({ lang, dir }) => `${lang} ${dir}`),
    languages.map((language) => `${language} ltr`),
  );
  assert.deepEqual([...new Set(all.map(({ id }) => id))], ['/']);
});

test('the first language that Toile speaks counts, with its region; whose own is not here gets English', async () => {
  assert.equal((await manifestFor('pt', 'fr-CH', 'de')).lang, 'fr-CH');
  assert.equal((await renderManifest(['pt'])).language, 'en');
});

test('its icons are there', async () => {
  const { icons } = await manifestFor('en');
  for (const { src } of icons) assert.ok(existsSync(`${import.meta.dirname}/../public${src}`), src);
});
