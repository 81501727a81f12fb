import { isSized } from '#contract/garment-kinds.ts';
import { dimensions, type Category, type DimensionName } from '#contract/catalog.ts';
import type { FitFeedback } from '#contract/fit.ts';
import type { FitZone, ZoneReason } from '#contract/fit-zones.ts';
import { projectBelief } from '#science/numerics/gaussian-belief.ts';
import { linearRow } from '#science/numerics/linear-row.ts';
import { countEvidence } from './count-evidence.ts';
import { describeDimensions, wornSpeakingOf } from './describe-dimensions.ts';
import { anyGarment } from './any-garment.ts';
import type { ShopperEvidence } from './evidence.ts';
import { kindOf } from './garment-kind.ts';
import { inferWearer, type Hypothesis } from './infer-wearer.ts';
import { tasteIndex } from './layout.ts';
import type { Worn } from './worn-garments.ts';

export type ModelZone = Omit<FitZone, 'kind' | 'set_at' | 'without_your_word'>;

/** Less than this beyond the usual ease is nothing to tell. */
const taste_cm_min = 1;

/**
 * Gives the zones of one kind of garment without any garment being asked about: those of a measured, regular one, whose
 * own figures drop out. Every dimension of the kind, in the contract's order.
 */
export function describeZones(evidence: ShopperEvidence, category: Category, now: Date): ModelZone[] {
  const hypothesis = inferWearer(evidence, anyGarment(category), now)[0]!;
  const is_anything_known = countEvidence(evidence)[0]!.kind !== 'population';
  const described = describeDimensions({ hypothesis, body: evidence.body, recommended_index: 0, is_anything_known });
  const zones = described.map(({ name, zone, zone_basis, body_cm, body_basis }): ModelZone => {
    const [low_cm, high_cm] = zone.good;
    const worn = wornSpeakingOf(hypothesis, name);
    const body = body_cm === undefined ? {} : { body_cm, body_basis };
    return {
      name,
      low_cm,
      high_cm,
      basis: zone_basis === 'population' ? 'guessed' : zone_basis,
      learned_from: worn.length,
      ...body,
      why: [...wornReasons(worn, name), ...bodyReasons({ low_cm, high_cm, ...body }, evidence), ...tasteReason(hypothesis, name, worn)],
    };
  });
  return zones.toSorted((a, b) => dimensions.indexOf(a.name) - dimensions.indexOf(b.name));
}

/** Tells whether a kind of garment has a zone at a dimension. */
export const hasZone = (category: Category, name: DimensionName): boolean => kindOf(category).dimensions[name] !== undefined;

function wornReasons(worn: readonly Worn[], name: DimensionName): ZoneReason[] {
  const kinds = [...new Set(worn.map(({ targets }) => targets.garment.category))].filter(isSized);
  return kinds.map((category) => {
    const felt = worn.filter(({ targets }) => targets.garment.category === category).map(({ said }) => feelAt(said, name));
    const count = (feel: number) => felt.filter((one) => one === feel).length;
    return { code: 'worn', category, count: felt.length, felt_small: count(-1), felt_right: count(0), felt_large: count(1) };
  });
}

/** -1 small or short, 0 right, 1 large or long: what was said of the place, else overall. */
function feelAt(said: Partial<FitFeedback>, name: DimensionName): -1 | 0 | 1 {
  const word = said[name as keyof FitFeedback] ?? said.overall ?? 'perfect';
  if (word === 'perfect') return 0;
  return /small|short/.test(word) ? -1 : 1;
}

type Placed = Pick<ModelZone, 'low_cm' | 'high_cm' | 'body_cm' | 'body_basis'>;

function bodyReasons({ low_cm, high_cm, body_cm, body_basis }: Placed, evidence: ShopperEvidence): ZoneReason[] {
  if (body_cm === undefined) return [];
  const room: ZoneReason = { code: 'room', low_cm: rounded(low_cm - body_cm), high_cm: rounded(high_cm - body_cm) };
  if (body_basis === 'measured') return [{ code: 'body_measured', value_cm: body_cm }, room];
  return [{ code: 'body_estimated', value_cm: body_cm, from: estimatedFrom(evidence) }, room];
}

/** What speaks loudest for a body that nobody measured at this place. */
function estimatedFrom({
  body,
  build = {},
  owned,
  history,
  zones = [],
}: ShopperEvidence): Extract<ZoneReason, { code: 'body_estimated' }>['from'] {
  if (owned.length + history.length > 0) return 'garments';
  const [height, weight] = [typeof body.height_cm === 'number', typeof body.weight_kg === 'number'];
  const has_tape = Object.entries(body).some(([key, cm]) => typeof cm === 'number' && !['height_cm', 'weight_kg', 'age'].includes(key));
  if (has_tape) return 'measurements';
  if (height && weight) return 'height_weight';
  if (height) return 'height';
  if (weight) return 'weight';
  if (Object.values(build).some((level) => level != null)) return 'build';
  return zones.length > 0 ? 'zones' : 'population';
}

function tasteReason({ belief }: Hypothesis, name: DimensionName, worn: readonly Worn[]): ZoneReason[] {
  if (worn.length === 0) return [];
  const beyond_usual_cm = rounded(projectBelief(belief, linearRow([[tasteIndex(name), 1]])).mean);
  return Math.abs(beyond_usual_cm) < taste_cm_min ? [] : [{ code: 'taste', beyond_usual_cm }];
}

function rounded(cm: number): number {
  return Math.round(cm * 10) / 10;
}
