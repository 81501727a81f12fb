import type { DimensionName } from '#contract/catalog.ts';
import type { BodyMeasurements } from '#contract/fit.ts';
import type { ShopperEvidence } from './evidence.ts';
import { type Hypothesis, inferUnder, type Question } from './infer-wearer.ts';
import { scoreSizes } from './score-sizes.ts';
import type { Worn } from './worn-garments.ts';

/** A part of what is known that may be the reason for an advice. Two of one `name` are the same part. */
export type Source = { name: string; without: (question: Question) => Question };

/** Comparing needs less care than the answer: of the sixteen lines of `score-sizes.ts` these many. */
const rough_lines = 3;

/**
 * Tells how far each source moves the scores: the total variation between the scores with it and without it, in 0 to 1.
 * Worked out anew without it, in the likeliest way that the world may be alone: what a source does to the weights of
 * others is left out. A garment that counts as wrong there counts in neither.
 */
export function weighSources(sources: readonly Source[], question: Question, hypothesis: Hypothesis): Map<string, number> {
  const sound = hypothesis.doubted.reduce((rest, at) => theWorn(hypothesis.worn[at]!, at).without(rest), question);
  const scoresOf = (asked: Question) => scoreSizes([inferUnder(hypothesis, asked)], question.garment.sizes.length, rough_lines);
  const unique = new Map(sources.map((source) => [source.name, source]));
  if (unique.size < 2) return new Map([...unique.keys()].map((name) => [name, 1]));
  const all = scoresOf(sound);
  return new Map(
    [...unique.values()].map(({ name, without }) => {
      const left = scoresOf(without(sound));
      return [name, all.reduce((sum, { best }, size) => sum + Math.abs(best - left[size]!.best), 0) / 2];
    }),
  );
}

/** A garment that was worn and what was said of it. */
export const theWorn = ({ of }: Worn, at: number): Source => ({
  name: `worn ${at}`,
  without: withEvidence(({ owned, history }) => ({
    owned: owned.filter((one) => one !== of),
    history: history.filter((one) => one !== of),
  })),
});

/** Measures of the body. */
export const theMeasures = (keys: readonly (keyof BodyMeasurements)[]): Source => ({
  name: `body ${keys.join(' ')}`,
  without: withEvidence(({ body }) => ({ body: { ...body, ...Object.fromEntries(keys.map((key) => [key, null])) } })),
});

export const theBuild: Source = { name: 'build', without: withEvidence(() => ({ build: {} })) };

/** A range that was set by hand at a place of the garment's kind. */
export const theZone = (place: DimensionName): Source => ({
  name: `zone ${place}`,
  without: (question) => {
    const zones = question.evidence.zones?.filter(({ category, name }) => name !== place || category !== question.garment.category);
    return { ...question, evidence: { ...question.evidence, zones } };
  },
});

/** What others found of the garment asked about. */
export const theOthers: Source = {
  name: 'others',
  without: (question) => ({ ...question, garment: { ...question.garment, others_say: undefined } }),
};

function withEvidence(change: (evidence: ShopperEvidence) => Partial<ShopperEvidence>): Source['without'] {
  return (question) => ({ ...question, evidence: { ...question.evidence, ...change(question.evidence) } });
}
