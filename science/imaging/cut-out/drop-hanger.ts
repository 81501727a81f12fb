import type { ColorPlanes } from '#science/imaging/color-planes.ts';
import { findConnectedParts } from '#science/imaging/connected-parts.ts';
import { squaredDistances } from '#science/imaging/distance-map.ts';
import { openMask } from '#science/imaging/reshape-mask.ts';
import { findForeign } from './find-foreign.ts';

/** The core lies deeper inside than this share of the thing's side: what hangs above it is not in it. */
const core_depth = 0.14;
/** With less of it than this the thing is all limbs, and has no colours to go by. */
const core_least = 0.1;
/** A limb is narrower than twice this share of the thing's side, and sticks out at least as far: a bar's end, a hook, a clip. */
const limb_share = 0.05;
/** What hangs is below what it hangs on: a hanger lies in this upper share of the thing's height. */
const upper_share = 0.4;
/** More of the thing than this is no hanger. */
const hanger_most = 0.25;
/** Along an outline colours mix: what is thinner than twice this share of the thing's side joins nothing. */
const edge_share = 0.01;

/**
 * Takes a hanger off that lies flush with a waistband or shoulders: a part at the top whose colours the thing's core has not, and
 * which has narrow ends that stick out. A yoke or a collar of another colour has none and stays. [height x width]. O(pixels).
 */
export function dropHanger(inside: Uint8Array, planes: ColorPlanes): Uint8Array {
  const { width } = planes;
  const area = inside.reduce((sum, value) => sum + value, 0);
  const side = Math.sqrt(area);
  const depth = squaredDistances(inside, planes, 0);
  const core = inside.map((value, i) => (value === 1 && depth[i]! > (core_depth * side) ** 2 ? 1 : 0));
  const core_area = core.reduce((sum, value) => sum + value, 0);
  if (core_area <= core_least * area) return inside;
  const [top, bottom] = [inside.indexOf(1), inside.lastIndexOf(1)].map((i) => Math.floor(i / width)) as [number, number];
  const lowest = top + upper_share * (bottom - top);
  const is_strange = findForeign(core, planes);
  const foreign = inside.map((value, i) => (value === 1 && is_strange[i] === 1 && Math.floor(i / width) < lowest ? 1 : 0));
  const parts = findConnectedParts(openMask(foreign, planes, edge_share * side), planes);
  const reach = limb_share * side;
  const from_body = squaredDistances(openMask(inside, planes, reach), planes, 1);
  const sticks_out = parts.areas.map(() => false);
  for (let i = 0; i < inside.length; i++)
    if (parts.values[parts.of[i]!] === 1 && from_body[i]! >= reach ** 2) sticks_out[parts.of[i]!] = true;
  const is_hanger = parts.values.map((value, part) => value === 1 && sticks_out[part]! && parts.areas[part]! < hanger_most * area);
  const hanger = inside.map((_, i) => (is_hanger[parts.of[i]!] ? 1 : 0));
  const from_hanger = squaredDistances(hanger, planes, 1);
  // Its own thin ends and corners go along.
  return inside.map((value, i) => (foreign[i] === 1 && from_hanger[i]! <= (3 * edge_share * side) ** 2 ? 0 : value));
}
