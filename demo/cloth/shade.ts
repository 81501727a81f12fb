import { blankRaster, type Box, type Raster } from '#science/imaging/raster.ts';
import { fabrics } from './fabrics.ts';
import { coverForm, type Frame } from './frame.ts';
import type { Layer } from './layer.ts';
import type { Relief } from './relief.ts';

/** What light makes of a layer, one value a pixel over the mask's box, before any colour. */
export interface Shade {
  /** 1 is the cloth's own brightness. */
  light: Float32Array;
  /** Added white, 0 to 255; only of what is glossy. */
  highlight: Float32Array | null;
  /** Share of the second dye; only of what is printed. */
  blend: Float32Array | null;
}

const length = Math.hypot(0.42, 0.56, 0.72);
/** Where the light comes from: left, above, before the cloth. */
const sun_x = -0.42 / length;
const sun_y = -0.56 / length;
const sun_z = 0.72 / length;
/** Halfway between the sun and the eye, for highlights. */
const half_length = Math.hypot(sun_x, sun_y, sun_z + 1);
const half_x = sun_x / half_length;
const half_y = sun_y / half_length;
const half_z = (sun_z + 1) / half_length;
/** The darkest fold and the brightest ridge. */
const light_min = 0.36;
const light_max = 1.7;
/** The groove of a seam itself, units deep. */
const groove_depth = 0.8;
/** Its sides slope: lines of these widths more than its own lie on each other, units. */
const groove_steps = [-0.6, 1.4, 3.4];
/** Brightness that cloth loses where it turns away from the eye, as at its outline. */
const rim = 0.3;

/** Lights a layer: slope against the sun, hollows, weave. O(pixels of its box). */
export function shadeLayer(layer: Layer, { mask, relief, frame }: { mask: Raster; relief: Relief; frame: Frame }): Shade {
  const groove = grooves(layer, mask, frame);
  const shade: Shade = {
    light: new Float32Array(mask.data.length),
    highlight: layer.gloss ? new Float32Array(mask.data.length) : null,
    blend: layer.print ? new Float32Array(mask.data.length) : null,
  };
  const rows = softRows(relief, mask.width, frame.cell);
  const surface = surfaceOf(layer, frame);
  for (let y = 0; y < mask.height; y += 1) {
    const [first, last] = coveredIn(mask, y);
    if (last >= first) shadeRow(shade, { y, first, last, mask, groove, surface, soft: rows(y, first, last) });
  }
  return shade;
}

/** The first and the last covered pixel of a row; the last lies before the first where there is none. */
function coveredIn({ data, width }: Raster, y: number): [number, number] {
  let [first, last] = [0, width - 1];
  while (first < width && data[y * width + first]! <= 0) first += 1;
  while (last > first && data[y * width + last]! <= 0) last -= 1;
  return first === width ? [0, -1] : [first, last];
}

/** The sharp line of each seam, as heights in units; null when there is none. */
function grooves({ seams = [] }: Layer, mask: Raster, frame: Frame): Float32Array | null {
  if (seams.length === 0) return null;
  const sum = blankRaster(mask);
  for (const { d, width = 2.2, depth = 1 } of seams)
    for (const extra of groove_steps) {
      const cover = coverForm({ d, width: width + extra }, frame, mask);
      const by = (groove_depth * depth) / groove_steps.length;
      for (let y = 0; y < cover.height; y += 1) {
        const at = (cover.top - mask.top + y) * mask.width + cover.left - mask.left;
        for (let x = 0; x < cover.width; x += 1) sum.data[at + x]! -= cover.data[y * cover.width + x]! * by;
      }
    }
  return sum.data;
}

interface SoftRow {
  slope_x: Float32Array;
  slope_y: Float32Array;
  occlusion: Float32Array;
}

/** Makes a reader of the relief at pixel rows, linear between the middles of cells. The row is overwritten by the next one. */
function softRows(relief: Relief, width: number, cell: number): (y: number, first: number, last: number) => SoftRow {
  const { box } = relief;
  const row = { slope_x: new Float32Array(width), slope_y: new Float32Array(width), occlusion: new Float32Array(width) };
  const between = new Float32Array(box.width + 1);
  const left = Int32Array.from({ length: width }, (_, x) => Math.min(box.width - 1, Math.max(0, Math.floor((x + 0.5) / cell - 0.5))));
  const along = Float32Array.from({ length: width }, (_, x) => Math.max(0, (x + 0.5) / cell - 0.5 - left[x]!));
  const read = (from: Float32Array, to: Float32Array, { y, first, last }: { y: number; first: number; last: number }): void => {
    const at = Math.max(0, Math.min(box.height - 1, (y + 0.5) / cell - 0.5));
    const upper = Math.floor(at);
    const [a, b] = [upper * box.width, Math.min(box.height - 1, upper + 1) * box.width];
    const t = at - upper;
    for (let x = left[first]!; x < Math.min(box.width, left[last]! + 2); x += 1) between[x] = from[a + x]! * (1 - t) + from[b + x]! * t;
    between[box.width] = between[box.width - 1]!;
    for (let x = first; x <= last; x += 1) {
      const value = between[left[x]!]!;
      to[x] = value + (between[left[x]! + 1]! - value) * along[x]!;
    }
  };
  return (y, first, last) => {
    read(relief.slope_x, row.slope_x, { y, first, last });
    read(relief.slope_y, row.slope_y, { y, first, last });
    read(relief.occlusion, row.occlusion, { y, first, last });
    return row;
  };
}

/** What a pixel needs to know of its layer, worked out once. */
function surfaceOf(layer: Layer, frame: Frame) {
  const { grain = {}, gloss = { strength: 0, tightness: 1 } } = layer;
  return {
    frame,
    weave: fabrics[layer.fabric],
    noise: frame.noise,
    print: layer.print?.share,
    bend: (layer.bend ?? 5) * frame.scale,
    texture_gain: layer.texture_gain ?? 1,
    contrast: layer.contrast ?? 0.95,
    gloss,
    flat_gloss: half_z ** gloss.tightness * 0.6,
    cos: Math.cos(grain.angle ?? 0),
    sin: Math.sin(grain.angle ?? 0),
    x: grain.x ?? 0,
    y: grain.y ?? 0,
  };
}

interface Row {
  y: number;
  first: number;
  last: number;
  mask: Raster;
  groove: Float32Array | null;
  surface: ReturnType<typeof surfaceOf>;
  soft: SoftRow;
}

function shadeRow(shade: Shade, { y, first, last, mask, groove, surface, soft }: Row): void {
  const { frame, weave, noise, print, cos, sin, bend, contrast, gloss } = surface;
  const { width, data } = mask;
  const { light: lights, highlight, blend } = shade;
  const inverse = 1 / frame.scale;
  for (let x = first; x <= last; x += 1) {
    const at = y * width + x;
    if (data[at]! <= 0) continue;
    let slope_x = soft.slope_x[x]!;
    let slope_y = soft.slope_y[x]!;
    if (groove && x > 0 && x + 1 < width && y > 0 && y + 1 < mask.height) {
      slope_x += (groove[at + 1]! - groove[at - 1]!) * 0.5 * frame.scale;
      slope_y += (groove[at + width]! - groove[at - width]!) * 0.5 * frame.scale;
    }
    const normal = 1 / Math.sqrt(slope_x * slope_x + slope_y * slope_y + 1);
    const facing = (sun_z - slope_x * sun_x - slope_y * sun_y) * normal;
    let light = 1 + contrast * (facing / sun_z - 1) + soft.occlusion[x]! - rim * (1 - normal);
    const px = (mask.left + x + slope_x * bend - frame.offset_x) * inverse - surface.x;
    const py = (mask.top + y + slope_y * bend - frame.offset_y) * inverse - surface.y;
    const u = px * cos + py * sin;
    const v = py * cos - px * sin;
    light *= 1 + weave(u, v, noise) * surface.texture_gain;
    lights[at] = light < light_min ? light_min : light > light_max ? light_max : light;
    if (highlight) {
      const mirror = Math.max(0, (half_z - slope_x * half_x - slope_y * half_y) * normal);
      highlight[at] = (mirror ** gloss.tightness - surface.flat_gloss) * gloss.strength * 110;
    }
    if (blend && print) blend[at] = Math.max(0, Math.min(1, print(u, v, noise)));
  }
}

/** Grows a box to whole cells, with room for the slope at its edge. */
export function cellBox(box: Box, frame: Frame): Box {
  const { cell } = frame;
  const left = Math.floor((box.left - 1) / cell) * cell;
  const top = Math.floor((box.top - 1) / cell) * cell;
  const width = Math.ceil((box.left + box.width + 1 - left) / cell) * cell;
  const height = Math.ceil((box.top + box.height + 1 - top) / cell) * cell;
  return { left, top, width, height };
}
