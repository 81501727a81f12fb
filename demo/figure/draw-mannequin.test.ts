import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { drawMannequin } from './draw-mannequin.ts';

const kept = (file: string) => sharp(fileURLToPath(new URL(`../../areas/tryon/mannequin/${file}`, import.meta.url)));
const mean = (one: Uint8Array, other: Uint8Array): number =>
  one.reduce((sum, value, i) => sum + Math.abs(value - other[i]!), 0) / one.length;

test('the mannequin that is kept for try-ons is the one that is drawn here', async () => {
  const { picture, figure, width, height } = await drawMannequin();
  const raw = { width, height, channels: 4 } as const;
  const drawn = await sharp(picture, { raw }).removeAlpha().raw().toBuffer();
  const shown = await kept('standing.jpg').raw().toBuffer();
  assert.equal(shown.length, drawn.length);
  assert.ok(mean(shown, drawn) < 3, 'run: node demo/draw-mannequin.ts');
  const outline = await sharp(figure, { raw }).extractChannel('alpha').raw().toBuffer();
  assert.ok(mean(await kept('standing-mask.png').extractChannel(0).raw().toBuffer(), outline) < 1);
});
