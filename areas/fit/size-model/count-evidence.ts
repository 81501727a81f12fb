import type { BodyMeasurements } from '#contract/fit.ts';
import type { HistoryEvidence, ShopperEvidence, SizeModelAdvice } from './evidence.ts';
import { isPossible } from './is-possible.ts';

const tape_keys = ['chest_cm', 'waist_cm', 'hip_cm', 'neck_cm', 'shoulder_cm', 'arm_length_cm', 'inside_leg_cm'] as const;
const said_keys = ['height_cm', 'weight_kg'] as const;

/** Counts what the advice rests on, kind by kind; `population` alone when nothing is known of the shopper. */
export function countEvidence({ body, build = {}, owned, history, zones = [] }: ShopperEvidence): SizeModelAdvice['evidence'] {
  const counts: SizeModelAdvice['evidence'] = [
    { kind: 'measurements', count: tape_keys.filter((key) => isGiven(body, key)).length },
    { kind: 'height_weight', count: said_keys.filter((key) => isGiven(body, key)).length },
    { kind: 'build', count: Object.values(build).filter((level) => level != null).length },
    { kind: 'owned_garment', count: owned.filter((item) => isListed(item.garment, item.size)).length },
    { kind: 'feedback', count: history.filter((item) => isListed(item.garment, item.size_tried) && saysOfFit(item)).length },
    { kind: 'fit_zones', count: zones.length },
  ];
  const known = counts.filter(({ count }) => count > 0);
  return known.length > 0 ? known : [{ kind: 'population', count: 1 }];
}

function isGiven(body: BodyMeasurements, key: keyof BodyMeasurements): boolean {
  return isPossible(body[key]);
}

/** What went back without a word may have gone for its colour: the size that was tried is all it tells, and that is nearly nothing. */
function saysOfFit({ fit_feedback, would_keep }: HistoryEvidence): boolean {
  return would_keep === true || Object.keys(fit_feedback ?? {}).length > 0;
}

/** A garment whose size stands on no list tells nothing. */
function isListed(garment: { sizes: readonly { label: string }[] }, size: string): boolean {
  return garment.sizes.some(({ label }) => isSameLabel(label, size));
}

/** Compares size labels as people write them: case and outer spaces do not count. */
export function isSameLabel(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
