import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Point } from '../imaging/trace-outline.ts';
import type { BodySide } from './body-frame.ts';
import { hangSleeve } from './hang-sleeve.ts';
import type { OutlineReach } from './outline-reach.ts';

const at = (x: number, y: number): Point => ({ x, y });
/** The left arm in the picture hangs straight down. */
const arm: BodySide = {
  shoulder: at(60, 60),
  elbow: at(60, 140),
  wrist: at(60, 220),
  hip: at(80, 200),
  knee: at(80, 300),
  ankle: at(80, 400),
};
const outer = Array.from({ length: 30 }, (_, i) => at(50 - i * 0.5, 50 + i * 3));
const inner = Array.from({ length: 30 }, (_, i) => at(70 - i * 0.5, 90 + i * 1.6));
const side = {
  neck: at(90, 45),
  shoulder: at(50, 50),
  armpit: at(70, 90),
  hem: at(80, 240),
  side: [],
  sleeve: { outer, inner },
  plausibility: 1,
};

/** How far left the sleeve goes in the rows of the upper arm. */
function leftmost(bare: OutlineReach): number {
  const place = (point: Point): Point => point;
  const reach = { any: () => undefined, bare };
  const { to } = hangSleeve(side, { arm, half: 14, place, scale: 1, width: 100, hips: at(100, 200), reach });
  let least = Infinity;
  for (let i = 0; i < to.length; i += 2) if (to[i + 1]! > 70 && to[i + 1]! < 120) least = Math.min(least, to[i]!);
  return least;
}

test('a sleeve covers a bare arm to its edge, however far from the bone that lies', () => {
  const usual = leftmost(() => undefined);
  const thick = leftmost(() => 26);
  assert.ok(usual > 60 - 26, `${usual}`);
  assert.ok(thick < 60 - 26, `${thick}`);
});
