import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { import_products, load_pages } from './load-commands.ts';
import { addRun, findRun } from './pipeline/run.store.ts';
import type { LoadReport } from './pipeline/run-in-place.ts';
import { jcrewPage } from './reading/sources/jcrew-page.ts';

let house: TestHouse;
let folder: string;
before(async () => {
  house = await testHouse();
  folder = mkdtempSync(join(tmpdir(), 'toile-load-'));
});
after(async () => {
  rmSync(folder, { recursive: true });
  await house.close();
});

const report = (text: string) => JSON.parse(text) as LoadReport;
const save = (name: string, content: string | Buffer, saved_at = house.clock.now()): void => {
  writeFileSync(join(folder, name), content);
  utimesSync(join(folder, name), saved_at, saved_at);
};

test('saved pages are loaded for everybody; what is no product is refused with the reason; a second run changes nothing', async () => {
  const long_ago = new Date(house.clock.now().getTime() - 72 * 3600 * 1000);
  save('a.html', jcrewPage({ code: 'LA100' }));
  save('b.html.gz', gzipSync(jcrewPage({ code: 'LA200' })), long_ago);
  save('list.html', '<html><body>Shirts</body></html>');
  save('broken.html.gz', Buffer.from('no gzip'));
  save('bomb.html.gz', gzipSync(Buffer.alloc(9 * 1024 * 1024)));
  save('notes.txt', 'not looked at');
  const first = report(await load_pages.run(house.ctx(), [folder]));
  assert.deepEqual([first.read, first.loaded, first.changed, first.stale], [5, 2, 2, 1]);
  assert.deepEqual(
    first.refused.map(({ source, code }) => [source, code]),
    [
      ['bomb.html.gz', 'catalog.page_too_large'],
      ['broken.html.gz', 'catalog.not_a_page'],
      ['list.html', 'catalog.bad_link'],
    ],
  );
  const second = report(await load_pages.run(house.ctx(), [folder]));
  assert.deepEqual([second.loaded, second.changed], [2, 0]);
  assert.match(await load_pages.run(house.ctx(), ['/nowhere']), /Give the folder/);
});

test('a saved page never replaces what was read later', async () => {
  const link = 'https://www.jcrew.com/p/mens/shirt/LA300';
  house.outbound.pages.set(link, jcrewPage({ code: 'LA300', name: 'New shirt' }));
  await import_products.run(house.ctx(), [link]);
  save('old.html', jcrewPage({ code: 'LA300', name: 'Old shirt' }), new Date(house.clock.now().getTime() - 3600 * 1000));
  await load_pages.run(house.ctx(), [folder]);
  const again = report(await import_products.run(house.ctx(), [link]));
  assert.deepEqual([again.loaded, again.changed], [1, 0]);
});

test('links of a file are imported one by one; bad ones are told', async () => {
  const link = 'https://www.jcrew.com/p/mens/shirt/LA400';
  house.outbound.pages.set(link, jcrewPage({ code: 'LA400' }));
  save('links.txt', `# ours\n${link}\n${link}\n\nfile:///etc/passwd\n`);
  const first = report(await import_products.run(house.ctx(), [join(folder, 'links.txt')]));
  assert.deepEqual([first.read, first.loaded, first.refused[0]?.code], [2, 1, 'catalog.bad_link']);
  house.outbound.pages.set(link, jcrewPage({ code: 'LA400', list_price: 120, colors: [{ code: 'W', name: 'RED', price: 60 }] }));
  assert.equal(report(await import_products.run(house.ctx(), [link])).changed, 1);
});

test('a merchant feed is imported whole: its products by group, each refusal with the reason', async () => {
  const rows = [
    'id\ttitle\tlink\tprice\tsize\titem_group_id',
    'a\tFeed shirt S\thttps://shop.example/p/a\t98 EUR\tS\tg',
    'b\tFeed shirt M\thttps://shop.example/p/a\t98 EUR\tM\tg',
    'c\tScarf\thttps://shop.example/p/c\t9 EUR\t\t',
    'd\tNowhere\t\t9 EUR\tM\t',
  ];
  save('feed.tsv', rows.join('\n'));
  const first = report(await import_products.run(house.ctx(), [join(folder, 'feed.tsv')]));
  assert.deepEqual([first.read, first.loaded, first.changed], [3, 1, 1]);
  assert.deepEqual(
    first.refused.map(({ source, code }) => [source, code]),
    [
      ['c', 'catalog.no_sizes'],
      ['d', 'catalog.not_a_product'],
    ],
  );
  assert.equal(report(await import_products.run(house.ctx(), [join(folder, 'feed.tsv')])).changed, 0);
});

test('a feed is one run, however long: every refusal of it is told', async () => {
  const rows = Array.from({ length: 300 }, (_, i) => `${i}\tShirt ${i}\t\tM`);
  save('large.tsv', ['id\ttitle\tlink\tsize', ...rows].join('\n'));
  assert.equal(report(await import_products.run(house.ctx(), [join(folder, 'large.tsv')])).refused.length, 300);
});

test('a run of more sources than one statement of PostgreSQL can hold is written down whole', async () => {
  // Nine values each: 72,000 of the 65,535 that a statement takes.
  const wanted = Array.from({ length: 8000 }, (_, i) => ({ source: `shirt ${i}` }));
  const { id } = await addRun(house.ctx(), 'import', { wanted, is_in_place: true });
  const { rows } = await sql<{ count: number; first: string; last: string }>`
    select count(*)::int as count, (array_agg(source order by source_no))[1] as first, (array_agg(source order by source_no desc))[1] as last
    from catalog_run_sources where run_id = ${id}`.execute(house.ctx().db);
  assert.deepEqual(rows, [{ count: 8000, first: 'shirt 0', last: 'shirt 7999' }]);
  assert.equal((await findRun(house.ctx(), id))?.wanted, 8000);
});
