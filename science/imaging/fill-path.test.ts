import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillPath, type FillRule } from './fill-path.ts';
import { flattenPath } from './flatten-path.ts';
import { parsePath } from './path.ts';
import type { Raster } from './raster.ts';
import { strokePath, type Stroke } from './stroke-path.ts';

const page = { left: 0, top: 0, width: 100, height: 100 };
const fill = (d: string, rule?: FillRule, bounds = page): Raster => fillPath(flattenPath(parsePath(d)), bounds, rule);
const stroke = (d: string, how: Stroke): Raster => strokePath(flattenPath(parsePath(d)), how, page);
const areaOf = ({ data }: Raster): number => data.reduce((sum, cover) => sum + cover, 0);
const at = (raster: Raster, x: number, y: number): number =>
  x < raster.left || y < raster.top || x >= raster.left + raster.width || y >= raster.top + raster.height
    ? 0
    : raster.data[(y - raster.top) * raster.width + x - raster.left]!;
const close = (value: number, expected: number, within: number): void =>
  assert.ok(Math.abs(value - expected) <= within, `${value} is not within ${within} of ${expected}`);

test('a rectangle covers its area exactly, its border pixels by their share', () => {
  const raster = fill('M10.25 20.5L40.75 20.5L40.75 60L10.25 60Z');
  close(areaOf(raster), 30.5 * 39.5, 0.01);
  close(at(raster, 10, 20), 0.75 * 0.5, 1e-5);
  close(at(raster, 40, 30), 0.75, 1e-5);
  close(at(raster, 20, 40), 1, 1e-5);
  assert.equal(at(raster, 9, 40), 0);
});

test('a triangle’s slanting edge covers the share of each pixel that lies inside', () => {
  const raster = fill('M0 0L8 0L0 4Z');
  close(areaOf(raster), 16, 1e-4);
  // The edge runs through this pixel from (6, 1) to (7, .5): a triangle of 1 x .5 and a strip of 1 x .5.
  close(at(raster, 6, 0), 0.75, 1e-5);
  close(at(raster, 7, 0), 0.25, 1e-5);
});

test('a circle of four Bézier curves has its area within half a percent, at any place and either way round', () => {
  const k = 30 * 0.5523;
  const d = `M80.3 50C80.3 ${50 + k} ${50.3 + k} 80 50.3 80C${50.3 - k} 80 20.3 ${50 + k} 20.3 50C20.3 ${50 - k} ${50.3 - k} 20 50.3 20C${50.3 + k} 20 80.3 ${50 - k} 80.3 50Z`;
  close(areaOf(fill(d)), Math.PI * 900, Math.PI * 900 * 0.005);
});

test('evenodd leaves a hole where two squares overlap, nonzero fills it unless they turn against each other', () => {
  const outer = 'M10 10L50 10L50 50L10 50Z';
  const same = 'M20 20L40 20L40 40L20 40Z';
  const against = 'M20 20L20 40L40 40L40 20Z';
  close(areaOf(fill(outer + same, 'evenodd')), 1600 - 400, 0.01);
  close(areaOf(fill(outer + same)), 1600, 0.01);
  close(areaOf(fill(outer + against)), 1600 - 400, 0.01);
  close(at(fill(outer + same, 'evenodd'), 30, 30), 0, 1e-5);
});

test('what lies outside the bounds is cut off, on every side', () => {
  const raster = fill('M-20 -20L130 -20L130 130L-20 130Z', 'nonzero', { left: 10, top: 20, width: 30, height: 40 });
  assert.deepEqual([raster.left, raster.top, raster.width, raster.height], [10, 20, 30, 40]);
  close(areaOf(raster), 1200, 0.01);
  assert.equal(fill('M200 0L210 0L210 10Z').data.length, 0);
});

test('a straight stroke covers length times width, and a round cap half a circle more at each end', () => {
  const line = 'M20 50L70 50';
  close(areaOf(stroke(line, { width: 8 })), 400, 0.01);
  close(areaOf(stroke(line, { width: 8, cap: 'round' })), 400 + Math.PI * 16, 0.7);
  close(areaOf(stroke('M20 20L60 50', { width: 6 })), 50 * 6, 0.5);
});

test('a corner is filled: round as a quarter circle outside, bevel as a triangle', () => {
  const corner = 'M20 20L60 20L60 60';
  // Two arms of 40 x 10 share a square of 5 x 5.
  const arms = 2 * 400 - 25;
  close(areaOf(stroke(corner, { width: 10 })), arms + (Math.PI * 25) / 4, 0.6);
  close(areaOf(stroke(corner, { width: 10, join: 'bevel' })), arms + 12.5, 0.6);
});

test('a closed stroke goes all the way round, its corners counted once', () => {
  const ring = stroke('M20 20L60 20L60 60L20 60Z', { width: 4, join: 'round' });
  close(areaOf(ring), 4 * 160 - 4 * 4 + 4 * Math.PI, 0.6);
});

test('dashes leave their gaps, and go round corners', () => {
  close(areaOf(stroke('M10 50L90 50', { width: 4, dash: [10, 10] })), 4 * 40, 0.05);
  const bent = stroke('M10 10L25 10L25 40', { width: 2, dash: [20, 5] });
  close(at(bent, 25, 13), 1, 1e-4);
  close(at(bent, 25, 17), 0, 1e-4);
  close(at(bent, 25, 25), 1, 1e-4);
});

test('a path that is not one of the letters read is refused', () => {
  assert.throws(() => parsePath('M0 0A5 5 0 0 1 10 10'), RangeError);
  assert.throws(() => parsePath('M0 0C1 2 3 4'), RangeError);
});

test('a quadratic curve is the cubic one it stands for', () => {
  const quadratic = fill('M10 80Q50 0 90 80Z');
  // Area under a parabola: two thirds of width times height (40 at its top).
  close(areaOf(quadratic), (2 / 3) * 80 * 40, 4);
});
