import { propagateExpectations, type Site } from '#science/numerics/expectation-propagation.ts';
import type { GaussianBelief } from '#science/numerics/gaussian-belief.ts';

/** An observation that may be altogether wrong; then its log probability is this, whatever the body. */
export type Doubtable = Site & { log_if_wrong: number };
/** `doubted`: which of the garments count as wrong in it. */
export type Weighed = { belief: GaussianBelief; log_weight: number; doubted: readonly number[] };

/** About one garment in forty was not worn by this person, or not in this size. */
const wrong_share = 0.025;
const log_odds_wrong = Math.log(wrong_share / (1 - wrong_share));
/** Garments that fit the rest this much better than chance are not doubted: dropping them would weigh under 1 %. */
const doubted_below = 1;
/** One garment against one other cannot be settled; from three on the majority can speak. */
const doubted_among = 3;
/** Every set of doubted garments costs a pass over all evidence: two make four sets, three eight. */
const doubts_max = 2;
/** Weights need less care than the answer itself. */
const passes_rough = 2;

/**
 * Weighs "all evidence is sound" against "this garment is wrong", and both, for the garments that agree least with the
 * rest. Taking each at its word instead would let one stranger's shirt stand against five that agree.
 */
export function weighDoubts(prior: GaussianBelief, certain: readonly Site[], garments: readonly (readonly Doubtable[])[]): Weighed[] {
  const all = propagateExpectations(prior, [...certain, ...garments.flat()]);
  const doubted = garments.length < doubted_among ? [] : mostDoubtful(garments, prior);
  const sound = { belief: all.belief, log_weight: all.log_evidence, doubted: [] };
  return [
    sound,
    ...subsets(doubted).map((wrong) => {
      const rest = garments.filter((_, i) => !wrong.includes(i)).flat();
      const { belief, log_evidence } = propagateExpectations(prior, [...certain, ...rest], passes_rough);
      const by_chance = wrong.flatMap((i) => garments[i]!).reduce((sum, { log_if_wrong }) => sum + log_if_wrong, 0);
      return { belief, log_weight: log_evidence + by_chance + wrong.length * log_odds_wrong, doubted: wrong };
    }),
  ];
}

/** Lists every non-empty set of the given few. */
function subsets(items: readonly number[]): number[][] {
  return Array.from({ length: 2 ** items.length - 1 }, (_, i) => items.filter((__, bit) => ((i + 1) >> bit) % 2 === 1));
}

/** Judged among the garments alone: were it to hang on the tape too, a larger chest could doubt other garments and get a smaller size. */
function mostDoubtful(garments: readonly (readonly Doubtable[])[], prior: GaussianBelief): number[] {
  const { log_fits } = propagateExpectations(prior, garments.flat(), passes_rough);
  let next = 0;
  const merits = garments.map((sites, index) => {
    const merit = sites.reduce((sum, { log_if_wrong }) => sum + log_fits[next++]! - log_if_wrong, 0);
    return { index, merit };
  });
  const doubted = merits.filter(({ merit }) => merit < doubted_below).sort((a, b) => a.merit - b.merit);
  return doubted.slice(0, doubts_max).map(({ index }) => index);
}
