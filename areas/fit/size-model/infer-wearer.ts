import type { GaussianBelief } from '#science/numerics/gaussian-belief.ts';
import { propagateExpectations, type Site } from '#science/numerics/expectation-propagation.ts';
import { isSameLabel } from './count-evidence.ts';
import type { GarmentEvidence, ShopperEvidence, Sizing } from './evidence.ts';
import { garmentTargets, type GarmentTargets } from './garment-targets.ts';
import { observeBody, observeBuild } from './observe-body.ts';
import { observeMeasured, observeWorn, type Worn } from './observe-garment.ts';
import { populationBelief } from './population.ts';
import { layOutUnknowns, type Unknowns } from './unknowns.ts';

/** One way the world may be, and what is then believed of the wearer. Weights of all add up to one. */
export type Hypothesis = {
  weight: number;
  belief: GaussianBelief;
  sizing: Sizing;
  asked: GarmentTargets;
  worn: Worn[];
  unknowns: Unknowns;
};

const year_ms = 365.25 * 24 * 3600 * 1000;
/** Newer garments than these say nearly everything; more only cost time. */
const worn_max = 24;

/** Infers body and taste from all evidence: a short list of weighted Gaussians, the likeliest first. */
export function inferWearer(evidence: ShopperEvidence, garment: GarmentEvidence, now: Date): Hypothesis[] {
  const sizings = possibleSizings(evidence, garment);
  const drafts = sizings.map((sizing) => inferAs(sizing, { evidence, garment, now }));
  const top = Math.max(...drafts.map(({ log_weight }) => log_weight));
  const total = drafts.reduce((sum, { log_weight }) => sum + Math.exp(log_weight - top), 0);
  return drafts
    .map(({ log_weight, ...draft }) => ({ ...draft, weight: Math.exp(log_weight - top) / total }))
    .sort((a, b) => b.weight - a.weight);
}

function possibleSizings(evidence: ShopperEvidence, garment: GarmentEvidence): Sizing[] {
  const worn = [...evidence.history, ...evidence.owned].map((item) => item.garment.sizing);
  const told = evidence.sizing ?? garment.sizing ?? worn.find((sizing) => sizing !== null) ?? null;
  return told ? [told] : ['women', 'men'];
}

type Question = { evidence: ShopperEvidence; garment: GarmentEvidence; now: Date };

function inferAs(sizing: Sizing, { evidence, garment, now }: Question): Omit<Hypothesis, 'weight'> & { log_weight: number } {
  const asked = garmentTargets(garment, garment.sizing ?? sizing);
  const worn = wornGarments(evidence, asked, { sizing, now });
  const unknowns = layOutUnknowns(asked, worn.map(({ targets }) => targets));
  const prior = populationBelief(sizing, evidence.body.age ?? null, unknowns.variances);
  const sites: Site[] = [
    ...observeBody(evidence.body),
    ...observeBuild(evidence.build ?? {}, sizing),
    ...withoutTwins([asked, ...worn.map(({ targets }) => targets)]).flatMap((targets) => observeMeasured(targets, unknowns)),
    ...worn.flatMap((item) => observeWorn(item, unknowns)),
  ];
  const { belief, log_evidence } = propagateExpectations(prior, sites);
  return { belief, sizing, asked, worn, unknowns, log_weight: log_evidence };
}

/** The same product seen twice was measured once. */
function withoutTwins(garments: readonly GarmentTargets[]): GarmentTargets[] {
  const ids = garments.map(({ garment }) => garment.product_id);
  return garments.filter((_, i) => ids[i] === undefined || ids.indexOf(ids[i]) === i);
}

/** Newest first, so that a cut at `worn_max` loses the least. Garments whose size is not on their list are left out. */
function wornGarments(evidence: ShopperEvidence, asked: GarmentTargets, { sizing, now }: { sizing: Sizing; now: Date }): Worn[] {
  const owned = evidence.owned.map(({ garment, size, overall, at }) => ({ garment, size, said: { overall }, would_keep: null, at }));
  const tried = evidence.history.map(({ garment, size_tried, fit_feedback, would_keep, at }) => (
    { garment, size: size_tried, said: fit_feedback, would_keep: would_keep ?? null, at }));
  const newest = [...owned, ...tried].sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, worn_max);
  return newest.flatMap(({ garment, size, said, would_keep, at }) => {
    const size_index = garment.sizes.findIndex(({ label }) => isSameLabel(label, size));
    if (size_index < 0) return [];
    const age_years = Math.max(0, (now.getTime() - at.getTime()) / year_ms);
    const is_other_kind = garment.category !== asked.garment.category;
    return [{ targets: garmentTargets(garment, garment.sizing ?? sizing), size_index, said, would_keep, age_years, is_other_kind }];
  });
}
