import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareCharts } from './compare-charts.ts';

const chart = (chest: number, labels = ['S', 'M']) =>
  labels.map((label, i) => ({ label, body_cm: { chest: [chest + 8 * i, chest + 8 * i + 5] as [number, number] } }));

test('charts that say the same in other units and spellings do not differ', () => {
  const inches = [
    { label: 'Small', body_cm: { chest: [88.9, 94] as [number, number] } },
    { label: 'Medium', body_cm: { chest: [96.52, 101.6] as [number, number] } },
  ];
  const cm = [
    { label: 'S', body_cm: { chest: [89, 94] as [number, number] } },
    { label: 'M', body_cm: { chest: [96.5, 101.6] as [number, number] } },
  ];
  assert.deepEqual(compareCharts(inches, cm), { cells: new Map(), changed: 0, missing_sizes: [], missing_dimensions: [] });
});

test('what differs is named with what the other says, and what the other does not say is named too', () => {
  const mine = [...chart(90), { label: 'L', body_cm: { hip: [100, 104] as [number, number] } }];
  const other = [...chart(92, ['S', 'XS']), { label: 'L', body_cm: { waist: [80, 84] as [number, number] } }];
  const { cells, ...rest } = compareCharts(mine, other);
  assert.deepEqual(
    [...cells],
    [
      ['S chest', [92, 97]],
      ['M chest', null],
      ['L hip', null],
    ],
  );
  assert.deepEqual(rest, { changed: 1, missing_sizes: ['XS'], missing_dimensions: ['waist'] });
});
