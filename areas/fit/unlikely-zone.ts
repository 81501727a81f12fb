import type { DimensionName } from '#contract/catalog.ts';
import { garment_limits_cm } from '#contract/garment-mix-up.ts';
import { unlikelyZone } from './errors.ts';

const inch_cm = 2.54;

/** Throws when a range is one that no garment has at this place, most often inches given as centimetres. */
export function refuseUnlikelyZone(name: DimensionName, { low_cm, high_cm }: { low_cm: number; high_cm: number }): void {
  const [min, max] = garment_limits_cm[name];
  if (low_cm >= min && high_cm <= max) return;
  const in_inches = [low_cm, high_cm].map((value) => Math.round(value * inch_cm));
  const was_inches = in_inches[0]! >= min && in_inches[1]! <= max;
  const way_on = was_inches
    ? `If you measured in inches, set ${in_inches[0]} to ${in_inches[1]} cm.`
    : `Set both ends between ${min} and ${max} cm.`;
  throw unlikelyZone(`${low_cm} to ${high_cm} cm is outside what garments measure here. ${way_on}`);
}
