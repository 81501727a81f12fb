import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { makeWorkers } from '#platform/workers/make-workers.ts';
import { drawPictures, type DemoPicture } from './draw-pictures.ts';
import { drawProduct } from './draw-product.ts';
import type { DemoProduct } from './product.ts';
import { demo_products } from './products.ts';

/** Small, so that all are drawn in seconds. */
const long_side_px = 150;

const draw = (product: DemoProduct) =>
  drawProduct({
    recipe: product.recipe,
    garment_cm: product.sizes[Math.floor(product.sizes.length / 2)]!.garment_cm,
    colors: product.colors,
    thread_hex: '#bc2d0e',
    long_side_px,
  });

test('a garment is drawn to the same bytes each time', () => {
  const [first, again] = [draw(demo_products[0]!), draw(demo_products[0]!)];
  assert.deepEqual(first[0]!.rgba, again[0]!.rgba);
  const product = demo_products[0]!;
  const other = draw({ ...product, recipe: { ...product.recipe, seed: product.recipe.seed + 1 } });
  assert.notDeepEqual(first[0]!.rgba, other[0]!.rgba);
});

for (const product of demo_products) {
  test(`${product.name} fills its picture, has a clear margin and a colour of its own in each colourway`, () => {
    const pictures = draw(product);
    assert.equal(pictures.length, product.colors.length);
    for (const { width, height, rgba, details } of pictures) {
      const alpha = (x: number, y: number): number => rgba[(y * width + x) * 4 + 3]!;
      const all = Array.from({ length: width * height }, (_, i) => rgba[i * 4 + 3]!);
      const share = all.filter((value) => value === 255).length / all.length;
      assert.ok(share > 0.3 && share < 0.95, `${share} of it is cloth`);
      for (let x = 0; x < width; x += 1) assert.equal(alpha(x, 0) + alpha(x, height - 1), 0);
      for (let y = 0; y < height; y += 1) assert.equal(alpha(0, y) + alpha(width - 1, y), 0);
      assert.equal(Math.max(width, height), long_side_px);
      assert.equal(details.length, 2);
    }
    const means = pictures.map(({ rgba }) => meanColor(rgba));
    for (const [i, one] of means.entries())
      for (const other of means.slice(i + 1))
        assert.ok(Math.hypot(...one.map((value, c) => value - other[c]!)) > 8, 'two colourways look alike');
  });
}

function meanColor(rgba: Uint8Array): number[] {
  const sum = [0, 0, 0, 0];
  for (let i = 0; i < rgba.length; i += 4) if (rgba[i + 3] === 255) for (let c = 0; c < 4; c += 1) sum[c]! += c < 3 ? rgba[i + c]! : 1;
  return [0, 1, 2].map((c) => sum[c]! / sum[3]!);
}

test('a longer measure gives a longer picture: the flat tells the truth about the cut', () => {
  const product = demo_products.find(({ category }) => category === 'trousers')!;
  const shape = (inseam: number): number => {
    const cm = product.sizes[2]!.garment_cm;
    const sizes = [{ label: 'M', garment_cm: { ...cm, inseam, length: cm.length! - cm.inseam! + inseam } }];
    const [picture] = draw({ ...product, sizes });
    return picture!.width / picture!.height;
  };
  assert.ok(shape(60) > shape(80) * 1.1);
});

test('threads draw, and each picture comes packed: flat with alpha, two close looks on muslin, then the figure', async () => {
  const workers = makeWorkers({ threads_max: 1 });
  const pictures: DemoPicture[] = [];
  try {
    const scarf = demo_products.at(-1)!;
    await drawPictures([demo_products[6]!, scarf], { workers, long_side_px }, (picture) => void pictures.push(picture));
  } finally {
    await workers.stop();
  }
  const kinds = pictures
    .filter(({ product_slug, color }) => product_slug === 'rua-pocket-tee' && color === 'White')
    .map(({ kind }) => kind);
  assert.deepEqual(kinds, ['flat', 'detail', 'detail', 'worn']);
  assert.ok(!pictures.some(({ product_slug, kind }) => product_slug === 'blik-lambswool-scarf' && kind === 'worn'));
  for (const { kind, webp, width, height } of pictures) {
    const told = await sharp(webp).metadata();
    assert.deepEqual([told.format, told.width, told.height, told.hasAlpha], ['webp', width, height, kind === 'flat']);
  }
});

test('a stopped drawing stops, and says why', async () => {
  const workers = makeWorkers({ threads_max: 1 });
  const stop = new AbortController();
  try {
    const drawing = drawPictures(demo_products, { workers, signal: stop.signal, long_side_px }, () => stop.abort(new Error('enough')));
    await assert.rejects(drawing, /enough/);
  } finally {
    await workers.stop();
  }
});
