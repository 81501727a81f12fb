import assert from 'node:assert/strict';
import { test } from 'node:test';
import { composeLook, type LookLayers } from './compose-look.ts';

const pixel = (...data: number[]) => ({ width: data.length / 4, height: 1, data: Uint8ClampedArray.from(data) });
const composed = (layers: LookLayers, light: number): number[] => {
  const into = new Uint8ClampedArray(layers.person.data.length);
  composeLook(layers, light, into);
  return [...into];
};

test('in the light of the photo the garment lies over the person as its shading says', () => {
  const layers = {
    person: pixel(100, 100, 100, 255, 40, 60, 80, 255, 0, 0, 0, 255),
    garment: pixel(50, 60, 70, 255, 200, 200, 200, 0, 100, 100, 100, 128),
    shading: pixel(128, 128, 128, 255, 128, 128, 128, 255, 255, 255, 255, 255),
  };
  assert.deepEqual(composed(layers, 0).slice(0, 8), [50, 60, 70, 255, 40, 60, 80, 255]);
  const half = composed(layers, 0)[8]!;
  assert.ok(Math.abs(half - (199.2 * 128) / 255) <= 1, String(half));
});

test('noon is brighter and deepens folds, evening is darker, warmer and softens them', () => {
  const grey = pixel(120, 120, 120, 255, 120, 120, 120, 255);
  const layers = { person: grey, garment: grey, shading: pixel(128, 128, 128, 255, 64, 64, 64, 255) };
  const [noon, day, evening] = [composed(layers, 1), composed(layers, 0), composed(layers, -1)];
  assert.ok(noon[1]! > day[1]! && day[1]! > evening[1]!, 'brighter');
  assert.ok(evening[0]! > evening[2]!, 'warm');
  const fold = (all: number[]): number => all[5]! / all[1]!;
  assert.ok(fold(noon) < fold(day) && fold(day) < fold(evening), 'folds');
});
