import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Pixels } from './compose-look.ts';
import { anchor_names, findAnchors } from './find-anchors.ts';
import { nudgeCloth, wayAt } from './nudge-cloth.ts';

const [width, height] = [120, 160];

/** A T-shirt of one colour, 60 px wide, with sleeves down to the elbow. */
function drawShirt(): Pixels {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const is_body = x >= 40 && x < 80 && y >= 40 && y < 120;
      const is_sleeve = x >= 25 && x < 95 && y >= 40 && y < 70;
      if (is_body || is_sleeve) data.set([30, 80, 60, 255], (y * width + x) * 4);
    }
  return { width, height, data };
}
const shirt = drawShirt();
const anchors = findAnchors(shirt)!;
const opacityAt = ({ data }: Pixels, x: number, y: number): number => data[(y * width + x) * 4 + 3]!;

test('cloth is held where it begins and ends, and left is the person’s own', () => {
  assert.ok(Math.abs(anchors.neck.y * height - 40) < 1 && Math.abs(anchors.hem.y * height - 120) < 1);
  assert.ok(Math.abs(anchors.neck.x * width - 60) < 2);
  assert.ok(anchors.left_end.x > 0.7 && anchors.right_end.x < 0.3, 'sleeves');
  assert.ok(anchors.left_shoulder.x > anchors.right_shoulder.x);
  assert.equal(findAnchors({ width: 4, height: 4, data: new Uint8ClampedArray(64) }), null);
});

test('what was not moved stays pixel for pixel', () => {
  assert.equal(nudgeCloth(shirt, anchors, {}), shirt);
});

test('a hem that is drawn down takes the cloth along, and the neck holds', () => {
  const longer = nudgeCloth(shirt, anchors, { hem: { x: 0, y: 20 / height } });
  assert.ok(opacityAt(longer, 60, 136) > 200, 'the hem hangs lower');
  assert.equal(opacityAt(shirt, 60, 136), 0);
  assert.ok(opacityAt(longer, 60, 42) > 200 && opacityAt(longer, 60, 36) < 60, 'the neck is where it was');
});

test('an anchor’s cloth goes exactly as far as the anchor', () => {
  const nudges = { left_end: { x: 0.05, y: -0.04 } };
  const { x, y } = anchors.left_end;
  const way = wayAt({ x: x + 0.05, y: y - 0.04 }, anchors, nudges);
  assert.ok(Math.abs(way.x - 0.05) < 1e-3 && Math.abs(way.y + 0.04) < 1e-3, JSON.stringify(way));
});

test('all anchors moved alike move the cloth as it is', () => {
  const way = { x: 12 / width, y: 8 / height };
  const moved = nudgeCloth(shirt, anchors, Object.fromEntries(anchor_names.map((name) => [name, way])));
  assert.deepEqual([opacityAt(moved, 25 + 12, 40 + 8), opacityAt(moved, 25 + 11, 40 + 8)], [255, 0]);
});
