import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convertDraft, draftOf, emptyDraft, placeRefusals, readDraft } from './chart-draft.ts';
import { findChartMixUp } from './find-chart-mix-up.ts';
import { readRange } from './read-range.ts';

const range = (text: string, units: 'cm' | 'in' = 'cm') => {
  const read = readRange(text, units);
  return read.kind === 'value' ? read.range : read.kind;
};
const known = [
  { label: 'S', body_cm: { chest: [88.9, 94] as [number, number] } },
  { label: 'M', body_cm: { chest: [96.5, 101.6] as [number, number], neck: [38.1, 38.1] as [number, number] } },
];

test('a cell is read however people write a range', () => {
  assert.deepEqual(range('96-102'), [96, 102]);
  assert.deepEqual(range(' 96,5 – 102 cm '), [96.5, 102]);
  assert.deepEqual(range('38 1/2 to 40"', 'in'), [38.5, 40]);
  assert.deepEqual(range('38½', 'in'), [38.5, 38.5]);
  assert.deepEqual(range('38-40 in'), [96.5, 101.6], 'a unit that is written out wins');
  assert.deepEqual([range(''), range('slim'), range('102-96')], ['empty', 'unreadable', 'backwards']);
});

test('a draft of a chart is that chart again, in either unit', () => {
  const draft = draftOf(known, { units: 'in', write: String });
  assert.deepEqual(draft.dimensions, ['chest', 'neck']);
  assert.deepEqual(draft.rows[1], { key: 1, label: 'M', cells: { chest: '38-40', neck: '15' } });
  assert.deepEqual(readDraft(draft, 'in').sizes, [
    { label: 'S', body: { chest: [35, 37] } },
    { label: 'M', body: { chest: [38, 40], neck: [15, 15] } },
  ]);
  assert.equal(convertDraft(draft, { from: 'in', to: 'cm', write: String }).rows[1]?.cells.chest, '96.5-101.6');
});

test('sizes without figures are left out, and a refusal still finds its row', () => {
  const draft = emptyDraft(['XS', 'S', 'M'], ['chest', 'waist']);
  draft.rows[1]!.cells = { chest: '88-94', waist: 'slim' };
  draft.rows[2] = { key: 2, label: ' ', cells: { chest: '95-101' } };
  const { sizes, keys, troubles } = readDraft(draft, 'cm');
  assert.deepEqual([sizes.length, keys], [2, [1, 2]]);
  assert.deepEqual(troubles, { '1.waist': 'unreadable', '2.label': 'no_label' });
  assert.deepEqual(placeRefusals({ 'sizes.0.body.chest': 'A', 'sizes.1': 'B', 'sizes.1.body.waist.0': 'C', source_url: 'D' }, keys), {
    '1.chest': 'A',
    '2.label': 'B',
    '2.waist': 'C',
    source_url: 'D',
  });
});

test('a chart in inches that stands under cm is asked back, and one that could be a child’s is not', () => {
  const inches = { ...emptyDraft(['S', 'M', 'XXL'], ['chest', 'waist']) };
  inches.rows[0]!.cells = { chest: '35-37', waist: '29-31' };
  inches.rows[1]!.cells = { chest: '38-40', waist: '32-34' };
  inches.rows[2]!.cells = { chest: '50-52', waist: '44-45' };
  assert.equal(findChartMixUp(inches, 'cm'), 'in');
  assert.equal(findChartMixUp(inches, 'in'), null);
  assert.equal(findChartMixUp(draftOf(known, { units: 'cm', write: String }), 'in'), 'cm');
  const child = emptyDraft(['2', '3', '4'], ['chest']);
  for (const [i, row] of child.rows.entries()) row.cells = { chest: `${52 + 2 * i}-${54 + 2 * i}` };
  assert.equal(findChartMixUp(child, 'cm'), null);
});
