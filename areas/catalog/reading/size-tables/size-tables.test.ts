import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPageFacts } from '../page/page-facts.ts';
import { parseMeasure } from './parse-measure.ts';
import { readPastedCharts } from './read-pasted-chart.ts';
import { readSizeTable } from './read-size-table.ts';

const table = (rows: string[][], title = '') =>
  `<h2>${title}</h2><table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
const read = (rows: string[][], title?: string) => readSizeTable(readPageFacts(`<html>${table(rows, title)}</html>`).tables[0]!);

test('measures as charts write them', () => {
  const ranges = (text: string) => parseMeasure(text)?.range;
  assert.deepEqual(ranges('34-36'), [34, 36]);
  assert.deepEqual(ranges('34 1/2 – 36"'), [34.5, 36]);
  assert.deepEqual(ranges('86,5 cm'), [86.5, 86.5]);
  assert.deepEqual(ranges('14½'), [14.5, 14.5]);
  assert.deepEqual(ranges('34-36 in / 86-91 cm'), [34, 36]);
  assert.equal(parseMeasure('n/a'), null);
  assert.equal(parseMeasure('40-34'), null);
});

test('a chart of bodies is read with sizes down or across, in inches or cm, to the same cm', () => {
  const down = read(
    [
      ['Size', 'Chest (in)', 'Waist'],
      ['S', '35-37', '29-31'],
      ['M', '38-40', '32-34'],
    ],
    'Body measurements, inches',
  );
  const across = read([
    ['', 'S', 'M'],
    ['Chest', '88.9-94 cm', '96.5-101.6 cm'],
    ['Waist', '73.7-78.7 cm', '81.3-86.4 cm'],
  ]);
  assert.equal(down?.kind, 'body');
  assert.deepEqual(down?.sizes[0], { label: 'S', cm: { chest: [88.9, 94], waist: [73.7, 78.7] } });
  assert.deepEqual(across?.sizes, down?.sizes);
});

test('half widths and words tell a garment; girths become the whole way round', () => {
  const flat = read(
    [
      ['Size', 'Pit to pit', 'Length'],
      ['S', '52', '70'],
      ['M', '55', '72'],
    ],
    'cm',
  );
  assert.deepEqual([flat?.kind, flat?.sizes[1]?.cm], ['garment', { chest: [110, 110], length: [72, 72] }]);
  assert.equal(
    read(
      [
        ['Size', 'Chest'],
        ['S', '104 cm'],
        ['M', '110 cm'],
      ],
      'Garment measurements',
    )?.kind,
    'garment',
  );
});

test('a table of something else is no size chart', () => {
  assert.equal(
    read([
      ['Delivery', 'Price'],
      ['Standard', '5'],
      ['Express', '9'],
    ]),
    null,
  );
  assert.equal(
    read([
      ['Size', 'Chest'],
      ['S', 'ask'],
      ['M', 'us'],
    ]),
    null,
  );
  assert.equal(
    read([
      ['Size', 'Chest (cm)'],
      ['S', '900'],
      ['M', '950'],
    ]),
    null,
  );
});

const pasted = (text: string) => {
  const [chart] = readPastedCharts(text);
  return chart && [chart.kind, chart.unit, Object.fromEntries(chart.sizes.map(({ label, cm }) => [label, cm]))];
};

test('charts are read from what people paste: cells, lines of words, single blanks', () => {
  const read_in = ['body', 'in', { S: { chest: [86.4, 91.4], waist: [71.1, 76.2] }, M: { chest: [96.5, 101.6], waist: [81.3, 86.4] } }];
  for (const text of [
    'Size\tChest (in)\tWaist (in)\nS\t34-36\t28-30\nM\t38-40\t32-34',
    '| Size | Chest | Waist |\n|---|---|---|\n| S | 34-36" | 28-30" |\n| M | 38-40" | 32-34" |',
    'S: chest 34-36 in, waist 28-30 in\nM: chest 38-40 in, waist 32-34 in',
    'Size Chest Waist\nS 34-36 28-30\nM 38-40 32-34',
    '<table><tr><th>Size<th colspan=2>Chest<th colspan=2>Waist<tr><th><th>in<th>cm<th>in<th>cm<tr><td>S<td>34-36<td>86-91<td>28-30<td>71-76<tr><td>M<td>38-40<td>97-102<td>32-34<td>81-86</table>',
  ])
    assert.deepEqual(pasted(text), read_in, text);
  for (const text of ['', 'hello world\nfoo bar\nbaz', 'US\tUK\tFoot length (cm)\n8\t7\t26\n9\t8\t27', 'x'.repeat(300_000)])
    assert.equal(pasted(text), undefined);
});

test('without a word on it, the unit and the half width follow from what adults are', () => {
  assert.deepEqual(pasted('size,chest,length\nS,52,70\nM,55,72'), [
    'garment',
    'cm',
    { S: { chest: [104, 104], length: [70, 70] }, M: { chest: [110, 110], length: [72, 72] } },
  ]);
  assert.deepEqual(pasted('Size\tBody width\tSleeve length\nS\t20\t16.5\nM\t21.5\t17.5')?.slice(0, 2), ['garment', 'in']);
  assert.deepEqual(pasted('サイズ\t着丈\t身幅\t肩幅\nS\t66\t49\t42\nM\t70\t52\t44'), [
    'garment',
    'cm',
    { S: { length: [66, 66], chest: [98, 98], shoulders: [42, 42] }, M: { length: [70, 70], chest: [104, 104], shoulders: [44, 44] } },
  ]);
  assert.deepEqual(pasted('Size;Chest;Waist\n3-4 years;52;50\n5-6 years;56;52')?.[2], {
    '3-4 years': { chest: [52, 52], waist: [50, 50] },
    '5-6 years': { chest: [56, 56], waist: [52, 52] },
  });
});

test('a medium wider than any body chart makes it is a garment; words decide before that', () => {
  assert.equal(pasted('Size\tChest\nM\t110 cm\nL\t116 cm')?.[0], 'garment');
  assert.equal(pasted('Body measurements\nSize\tChest\nM\t110 cm\nL\t116 cm')?.[0], 'body');
});

test('sizes in several systems stay together', () => {
  const [chart] = readPastedCharts('US\tUK\tEU\tBust (cm)\n4\t8\t36\t84\n6\t10\t38\t88');
  assert.deepEqual(chart?.sizes[0], { label: 'US 4', also: ['UK 8', 'EU 36'], cm: { chest: [84, 84] } });
});

test('two units in one cell are one measure', () => {
  for (const text of ['38" / 97 cm', '38" (97 cm)', '38 in – 97 cm', '38']) assert.deepEqual(parseMeasure(text)?.range, [38, 38], text);
  assert.deepEqual(parseMeasure('40-42 in / 102-107 cm'), { range: [40, 42], unit: 'in' });
  assert.deepEqual(parseMeasure('33-1/2')?.range, [33.5, 33.5]);
});

test('text made to be slow is read as fast as any', () => {
  for (const text of [
    `a${' '.repeat(190_000)}b`,
    `a${'\t'.repeat(190_000)}b`,
    '1 - '.repeat(50_000),
    '| '.repeat(90_000),
    `S:${' '.repeat(1900)}x\n`.repeat(100),
    '\n'.repeat(190_000),
  ]) {
    // Processor time, because the machine may be busy with other things.
    const before = process.cpuUsage();
    readPastedCharts(text);
    assert.ok(process.cpuUsage(before).user < 1_000_000, JSON.stringify(text.slice(0, 12)));
  }
});
