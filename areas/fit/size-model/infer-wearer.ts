import { propagateExpectations, type Site } from '#science/numerics/expectation-propagation.ts';
import type { GaussianBelief } from '#science/numerics/gaussian-belief.ts';
import type { GarmentEvidence, ShopperEvidence, Sizing, ZoneEvidence } from './evidence.ts';
import { garmentTargets, type GarmentTargets } from './garment-targets.ts';
import { isPossible } from './is-possible.ts';
import { observeBody, observeBuild } from './observe-body.ts';
import { observeMeasured, observeWorn } from './observe-garment.ts';
import { observeOthers } from './observe-others.ts';
import { observeRange } from './observe-range.ts';
import { observeZones, withOwnZones } from './own-zones.ts';
import { populationBelief } from './population.ts';
import { layOutUnknowns, type Unknowns } from './unknowns.ts';
import { weighDoubts } from './weigh-doubts.ts';
import { type Worn, wornGarments } from './worn-garments.ts';

/** One way the world may be, and what is then believed of the wearer. Weights of all add up to one. */
export type Hypothesis = {
  weight: number;
  belief: GaussianBelief;
  sizing: Sizing;
  /** How much of a misfit this shopper lets pass in it, against what is usual. */
  tolerance: number;
  asked: GarmentTargets;
  worn: Worn[];
  /** Which of the worn garments count as wrong in it. */
  doubted: readonly number[];
  unknowns: Unknowns;
};

/**
 * How much of a misfit a shopper lets pass, against what is usual: a few points of a spread of about a quarter (log scale),
 * judgement. The answers weigh them: who calls everything perfect has told little, who notices all has told much.
 */
const tolerances: readonly { tolerance: number; share: number }[] = [
  { tolerance: 1, share: 2 / 3 },
  { tolerance: 1 / 1.5, share: 1 / 6 },
  { tolerance: 1.5, share: 1 / 6 },
];

/** Infers body and taste from all evidence: a short list of weighted Gaussians, the likeliest first. */
export function inferWearer(evidence: ShopperEvidence, garment: GarmentEvidence, now: Date): Hypothesis[] {
  const sizings = possibleSizings(evidence, garment);
  const drafts = sizings.flatMap((sizing) => inferAs(sizing, { evidence, garment, now }));
  const top = Math.max(...drafts.map(({ log_weight }) => log_weight));
  const total = drafts.reduce((sum, { log_weight }) => sum + Math.exp(log_weight - top), 0);
  return drafts
    .map(({ log_weight, ...draft }) => ({ ...draft, weight: Math.exp(log_weight - top) / total }))
    .sort((a, b) => b.weight - a.weight);
}

function possibleSizings(evidence: ShopperEvidence, garment: GarmentEvidence): Sizing[] {
  const worn = new Set([...evidence.history, ...evidence.owned].flatMap((item) => item.garment.sizing ?? []));
  // Garments of both, of a partner perhaps, say neither.
  const told = evidence.sizing ?? garment.sizing ?? (worn.size === 1 ? [...worn][0] : null);
  return told ? [told] : ['women', 'men'];
}

export type Question = { evidence: ShopperEvidence; garment: GarmentEvidence; now: Date };

type Draft = Omit<Hypothesis, 'weight'> & { log_weight: number };

function inferAs(sizing: Sizing, question: Question): Draft[] {
  const { prior, certain, ...rest } = layOut(sizing, question);
  return possibleTolerances(rest.worn).flatMap(({ tolerance, share }) => {
    const doubtable = rest.worn.map((item) => observeWorn(item, rest.unknowns, tolerance));
    const weighed = weighDoubts(prior, certain, doubtable);
    return weighed.map((one) => ({ ...rest, ...one, log_weight: one.log_weight + Math.log(share), sizing, tolerance }));
  });
}

/** Which of two answers is wanted only for comparison: two passes do. */
const passes_rough = 2;

/** Infers the wearer in one way that the world may be, nothing doubted: cheap, to see what a part of the evidence moves. */
export function inferUnder({ sizing, tolerance }: Pick<Hypothesis, 'sizing' | 'tolerance'>, question: Question): Hypothesis {
  const { prior, certain, ...rest } = layOut(sizing, question);
  const told = rest.worn.flatMap((item) => observeWorn(item, rest.unknowns, tolerance));
  const { belief } = propagateExpectations(prior, [...certain, ...told], passes_rough);
  return { ...rest, belief, weight: 1, doubted: [], sizing, tolerance };
}

type LaidOut = Pick<Hypothesis, 'asked' | 'worn' | 'unknowns'> & { prior: GaussianBelief; certain: Site[] };

function layOut(sizing: Sizing, { evidence, garment, now }: Question): LaidOut {
  const zones = inOneOrder(evidence.zones ?? []);
  const asked = withOwnZones(garmentTargets(garment, garment.sizing ?? sizing), zones);
  const worn = wornGarments(evidence, asked, { sizing, now });
  const unknowns = layOutUnknowns(asked, worn);
  const prior = populationBelief(sizing, isPossible(evidence.body.age) ? evidence.body.age : null, unknowns);
  const certain = [
    ...observeRange(asked),
    ...observeBody(evidence.body),
    ...observeBuild(evidence.build ?? {}, sizing),
    ...observeZones(zones, { garment, sizing }),
    ...withoutTwins([asked, ...worn.map(({ targets }) => targets)]).flatMap((targets) => observeMeasured(targets, unknowns)),
    ...toldByOthers(asked, worn).flatMap((targets) => observeOthers(targets, unknowns)),
  ];
  return { asked, worn, unknowns, prior, certain };
}

/** Like garments (`worn-garments.ts`): the order in which they come must not move the answer. */
function inOneOrder(zones: readonly ZoneEvidence[]): ZoneEvidence[] {
  const nameOf = ({ category, name }: ZoneEvidence) => `${category} ${name}`;
  return zones.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

/** Only answers tell how much a shopper tolerates; until there is one, what is usual stands for all. */
function possibleTolerances(worn: readonly Worn[]): typeof tolerances {
  return worn.some(({ said }) => Object.keys(said).length > 0) ? tolerances : [{ tolerance: 1, share: 1 }];
}

/**
 * Lists the garments whose offset others told of. Each product that was tried itself speaks for itself; what is known of a
 * brand or category alone is one figure, which read off every such garment would count as many times.
 */
function toldByOthers(asked: GarmentTargets, worn: readonly Worn[]): GarmentTargets[] {
  const garments = withoutTwins([asked, ...worn.map(({ targets }) => targets)]);
  const tried = garments.filter((one) => one === asked || (one.garment.others_say?.tried ?? 0) > 0);
  const rest = garments.filter((one) => !tried.includes(one) && one.garment.others_say !== undefined);
  const of = ({ garment }: GarmentTargets) => garment.brand.trim().toLowerCase();
  return [...tried, ...rest.filter((one, i) => ![...tried, ...rest.slice(0, i)].some((other) => of(other) === of(one)))];
}

/** The same product seen twice was measured once. */
function withoutTwins(garments: readonly GarmentTargets[]): GarmentTargets[] {
  const ids = garments.map(({ garment }) => garment.product_id);
  return garments.filter((_, i) => ids[i] === undefined || ids.indexOf(ids[i]) === i);
}
