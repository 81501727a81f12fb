import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AdviceDimension } from '#contract/fit.ts';
import { layGauge, zOf } from './lay-gauge.ts';

type Given = Partial<AdviceDimension> & { good: [number, number]; cm: Record<string, number> };
function dimension({ good, cm, ...given }: Given): AdviceDimension {
  const sizes = Object.fromEntries(
    Object.entries(cm).map(([size, garment_cm]) => [
      size,
      {
        garment_cm,
        verdict: 'just_right' as const,
        p_too_small: 0.1,
        p_good: 0.8,
        p_too_large: 0.1,
      },
    ]),
  );
  return {
    name: 'chest',
    garment_basis: 'measured',
    body_basis: 'measured',
    zone_basis: 'learned',
    zone: { tight: [good[0] - 4, good[0]], good, relaxed: [good[1], good[1] + 4] },
    sizes,
    ...given,
  };
}
const chest = dimension({ good: [101, 109], body_cm: 96, cm: { S: 100, M: 106, L: 112, XL: 119 } });
const length = dimension({ name: 'length', good: [66, 70], cm: { S: 66, M: 68, L: 70, XL: 72 } });
const place = { width: 260, row_height: 62, head: 44, foot: 34, chosen: 'M', compared: 'L', sizes: ['S', 'M', 'L', 'XL'] };

test('the good zone is one straight lane two units wide, whatever its centimetres', () => {
  const { rows, unit } = layGauge({ ...place, dimensions: [chest, length] });
  for (const row of rows) {
    assert.ok(Math.abs(row.lane[0] - 1.75 * unit) < 1e-9);
    assert.ok(Math.abs(row.lane[1] - row.lane[0] - 2 * unit) < 1e-9);
  }
});

test('z is -1 and +1 at the edges of the zone and finite for a zone of no width', () => {
  assert.equal(zOf(chest, 101), -1);
  assert.equal(zOf(chest, 109), 1);
  assert.equal(zOf(dimension({ good: [70, 70], cm: {} }), 71), 2);
});

test('the chosen seam lies on top and passes its mark on every row', () => {
  const { seams, rows } = layGauge({ ...place, dimensions: [chest, length] });
  const top = seams.at(-1)!;
  assert.equal(top.size, 'M');
  assert.equal(top.rank, 'chosen');
  assert.deepEqual(
    top.marks.map((mark) => mark.y),
    rows.map((row) => row.middle),
  );
  for (const mark of top.marks) assert.ok(mark.x > rows[0]!.lane[0] && mark.x < rows[0]!.lane[1]);
});

test('a body measured smaller than the track is marked as off, none is not drawn', () => {
  const small = { ...chest, body_cm: 80, body_basis: 'estimated' as const };
  const { rows } = layGauge({ ...place, dimensions: [small, length] });
  assert.deepEqual(rows[0]!.body, { x: 0, is_off: true, is_estimated: true });
  assert.equal(rows[1]!.body, null);
});

test('letters never overlap, yet the chosen and one that is off the track stay', () => {
  const cm = Object.fromEntries(Array.from({ length: 16 }, (_, index) => [`${28 + index}`, 96 + index * 2]));
  const sizes = Object.keys(cm);
  const many = dimension({ good: [101, 109], cm });
  for (const chosen of sizes) {
    const { letters } = layGauge({ ...place, sizes, chosen, compared: null, dimensions: [many] });
    assert.ok(
      letters.some((letter) => letter.size === chosen),
      `${chosen} is missing`,
    );
    const middles = letters.map((letter) => letter.x);
    for (let index = 1; index < middles.length; index += 1) assert.ok(middles[index]! - middles[index - 1]! >= 20);
  }
  const far = layGauge({ ...place, sizes, chosen: '43', compared: null, dimensions: [many] }).letters.at(-1)!;
  assert.deepEqual([far.size, far.off, far.x], ['43', 'right', place.width]);
});

test('a size that one row does not know still gets its seam through the others', () => {
  const partial = dimension({ name: 'length', good: [66, 70], cm: { S: 66 } });
  const { seams } = layGauge({ ...place, dimensions: [chest, partial] });
  assert.equal(seams.find((seam) => seam.size === 'M')!.marks.length, 1);
});

test('a seam is solid only when every dimension is the garment itself', () => {
  const chart = { ...length, garment_basis: 'chart' as const };
  assert.ok(layGauge({ ...place, dimensions: [chest, length] }).seams.every((seam) => !seam.is_basted));
  assert.ok(layGauge({ ...place, dimensions: [chest, chart] }).seams.every((seam) => seam.is_basted));
});
