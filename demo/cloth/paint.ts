import { boxBlur } from '#science/imaging/box-blur.ts';
import { intersectBoxes, type Box, type Raster } from '#science/imaging/raster.ts';
import { cellOf, type Frame } from './frame.ts';
import type { Palette, Rgb } from './color.ts';
import type { Layer, Shadow } from './layer.ts';
import type { Shade } from './shade.ts';

/** A picture in the making: red, green, blue, alpha of each pixel, row-major, not premultiplied. */
export interface Canvas extends Box {
  /** Clamped, so what is brighter than white is white. */
  pixels: Uint8ClampedArray;
}

export const blankCanvas = ({ width, height }: Box): Canvas => ({
  left: 0,
  top: 0,
  width,
  height,
  pixels: new Uint8ClampedArray(width * height * 4),
});

/** Toward which cloth brightens where it faces the sun. */
const white = 255;
/** Less coverage than this cannot be seen, and more hides what is beneath. */
const clear = 0.004;
const opaque = 0.996;

/** A shadow in cells, soft already. */
export interface CastShadow {
  soft: Raster;
  strength: number;
}

/** Works out what a mask casts on what lies beneath it. */
export function castShadow(mask: Raster, shadow: Shadow, frame: Frame): CastShadow {
  const { strength, x = 4, y = 6, blur = 7 } = shadow;
  const cell = cellOf(frame.scale);
  const sigma = (blur * frame.scale) / cell;
  const room = Math.ceil(sigma * 3) + 1;
  const [dx, dy] = [(x * frame.scale) / cell, (y * frame.scale) / cell];
  const box = {
    left: Math.floor(mask.left / cell + dx) - room,
    top: Math.floor(mask.top / cell + dy) - room,
    width: Math.ceil(mask.width / cell) + 2 * room + 1,
    height: Math.ceil(mask.height / cell) + 2 * room + 1,
  };
  const data = new Float32Array(box.width * box.height);
  for (let row = 0; row < box.height; row += 1)
    for (let column = 0; column < box.width; column += 1) {
      const px = Math.round((box.left + column + 0.5 - dx) * cell) - mask.left;
      const py = Math.round((box.top + row + 0.5 - dy) * cell) - mask.top;
      if (px >= 0 && py >= 0 && px < mask.width && py < mask.height) data[row * box.width + column] = mask.data[py * mask.width + px]!;
    }
  return { soft: boxBlur({ ...box, data }, sigma), strength };
}

/**
 * Darkens what lies beneath, blue a little more than red: the light around is warm. What the mask itself will hide is left
 * alone.
 */
export function paintShadow(canvas: Canvas, { soft, strength }: CastShadow, { mask, cell }: { mask: Raster; cell: number }): void {
  const { pixels } = canvas;
  const box = intersectBoxes(
    { left: soft.left * cell, top: soft.top * cell, width: soft.width * cell, height: soft.height * cell },
    canvas,
  );
  const right = mask.left + mask.width;
  for (let y = box.top; y < box.top + box.height; y += 1) {
    const cy = Math.max(0, Math.min(soft.height - 1.001, (y + 0.5) / cell - 0.5 - soft.top));
    const row = Math.floor(cy) * soft.width;
    const ty = cy - Math.floor(cy);
    const is_beside = y < mask.top || y >= mask.top + mask.height;
    const hidden = (y - mask.top) * mask.width - mask.left;
    for (let x = box.left; x < box.left + box.width; x += 1) {
      if (!is_beside && x >= mask.left && x < right && mask.data[hidden + x]! > opaque) continue;
      const at = (y * canvas.width + x) * 4;
      if (pixels[at + 3] === 0) continue;
      const cx = Math.max(0, Math.min(soft.width - 1.001, (x + 0.5) / cell - 0.5 - soft.left));
      const left = row + Math.floor(cx);
      const tx = cx - Math.floor(cx);
      const above = soft.data[left]! * (1 - tx) + soft.data[left + 1]! * tx;
      const below = (soft.data[left + soft.width] ?? 0) * (1 - tx) + (soft.data[left + soft.width + 1] ?? 0) * tx;
      const dark = strength * (above + (below - above) * ty);
      if (dark < 0.003) continue;
      pixels[at]! *= 1 - dark;
      pixels[at + 1]! *= 1 - dark * 1.02;
      pixels[at + 2]! *= 1 - dark * 1.04;
    }
  }
}

/** Lays a lit layer on the canvas in its colours. */
export function paintLayer(canvas: Canvas, layer: Layer, { mask, shade, palette }: { mask: Raster; shade: Shade; palette: Palette }): void {
  const { pixels } = canvas;
  const { light: lights, blend, highlight } = shade;
  const [r1, g1, b1] = palette[layer.dye]!;
  const [r2, g2, b2] = layer.print ? palette[layer.print.dye]! : palette[layer.dye]!;
  const box = intersectBoxes(mask, canvas);
  for (let y = box.top; y < box.top + box.height; y += 1) {
    let at = (y - mask.top) * mask.width + box.left - mask.left;
    let to = (y * canvas.width + box.left) * 4;
    // Written out for the three colours: this loop sees every pixel of every layer in every colour.
    for (let x = 0; x < box.width; x += 1, at += 1, to += 4) {
      const cover = mask.data[at]!;
      if (cover <= clear) continue;
      const light = lights[at]!;
      const by = light <= 1 ? light * (0.88 + 0.12 * light) : 1 + (light - 1) * 0.23;
      const shine = (light <= 1 ? 0 : (light - 1) * 0.32 * white) + (highlight ? highlight[at]! : 0);
      const share = blend ? blend[at]! : 0;
      const r = (r1 + (r2 - r1) * share) * by + shine;
      const g = (g1 + (g2 - g1) * share) * by + shine;
      const b = (b1 + (b2 - b1) * share) * by + shine;
      if (cover > opaque) {
        pixels[to] = r;
        pixels[to + 1] = g;
        pixels[to + 2] = b;
        pixels[to + 3] = 255;
        continue;
      }
      const under = (pixels[to + 3]! / 255) * (1 - cover);
      const kept = under / (cover + under);
      pixels[to] = r + (pixels[to]! - r) * kept;
      pixels[to + 1] = g + (pixels[to + 1]! - g) * kept;
      pixels[to + 2] = b + (pixels[to + 2]! - b) * kept;
      pixels[to + 3] = (cover + under) * 255;
    }
  }
}

/** Lays a mark on the cloth beneath it, in the cloth's own light. */
export function paintMark(canvas: Canvas, mark: { cover: Raster; color: Rgb; alpha: number }, under: { mask: Raster; shade: Shade }): void {
  const { cover, color, alpha } = mark;
  const box = intersectBoxes(intersectBoxes(cover, under.mask), canvas);
  for (let y = box.top; y < box.top + box.height; y += 1)
    for (let x = box.left; x < box.left + box.width; x += 1) {
      const at = (y - under.mask.top) * under.mask.width + x - under.mask.left;
      const share = cover.data[(y - cover.top) * cover.width + x - cover.left]! * alpha * under.mask.data[at]!;
      if (share <= 0) continue;
      const to = (y * canvas.width + x) * 4;
      const light = Math.min(1.1, 0.4 + 0.6 * under.shade.light[at]!);
      for (let i = 0; i < 3; i += 1) canvas.pixels[to + i]! += (color[i]! * light - canvas.pixels[to + i]!) * share;
    }
}
