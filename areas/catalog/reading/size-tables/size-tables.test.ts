import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPageFacts } from '../page/page-facts.ts';
import { parseMeasure } from './parse-measure.ts';
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
