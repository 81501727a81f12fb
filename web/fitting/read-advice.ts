import type { AdviceDimension, SizeAdvice } from '#contract/fit.ts';

/** What an advice says, whether a fitting keeps it or a product's page only asked. */
export type Advised = Omit<SizeAdvice, 'advice_id' | 'session_id'>;

/** From here on we say it without a guess; the size letter is solid (design/README, "Solid or basted"). */
export const sure_from = 0.6;
/** A second size is worth a word in the headline when it suits at least one in ten. */
const second_from = 0.1;

export type AdviceKind = 'sure' | 'between' | 'nothing_known' | 'no_chart';

/** Says which of the four faces an advice has. */
export function kindOfAdvice(advice: Advised): AdviceKind {
  if (advice.recommended_size === null) return 'no_chart';
  if (advice.evidence.every(({ kind, count }) => kind === 'population' || count === 0)) return 'nothing_known';
  return advice.between ? 'between' : 'sure';
}

/** The chance that this size is the right one; a tie counts both. */
export function suretyOf(advice: Advised): number {
  if (!advice.between) return advice.confidence;
  const [first, second] = advice.between;
  return Math.min(1, (advice.all_scores[first]?.score ?? 0) + (advice.all_scores[second]?.score ?? 0));
}

/** 90 very sure, 75 quite sure, 60 fairly sure, below: a guess. */
export function suretyWord(confidence: number): 'very' | 'quite' | 'fairly' | 'guess' {
  if (confidence >= 0.9) return 'very';
  if (confidence >= 0.75) return 'quite';
  return confidence >= sure_from ? 'fairly' : 'guess';
}

/** The other size worth naming, and whether it is the roomier one. null when none comes near. */
export function secondSize(advice: Advised, sizes: string[]): { size: string; is_larger: boolean } | null {
  const best = advice.recommended_size;
  const size = advice.between?.find((label) => label !== best) ?? advice.alternative_sizes.find(({ score }) => score >= second_from)?.size;
  if (best === null || size === undefined || size === best) return null;
  return { size, is_larger: isLarger(size, best, { dimensions: advice.dimensions, sizes }) };
}

/** Compares two sizes by the garment where it is known, else by the order in which the shop lists them. */
export function isLarger(size: string, than: string, { dimensions, sizes }: { dimensions: AdviceDimension[]; sizes: string[] }): boolean {
  const known = dimensions.find((dimension) => {
    const [a, b] = [dimension.sizes[size], dimension.sizes[than]];
    return a && b && a.garment_cm !== b.garment_cm;
  });
  if (known) return known.sizes[size]!.garment_cm > known.sizes[than]!.garment_cm;
  return sizes.indexOf(size) > sizes.indexOf(than);
}

/** A zone that was learned or set by hand is drawn solid; of the others we say "likely". */
export const isZoneKnown = ({ zone_basis }: Pick<AdviceDimension, 'zone_basis'>): boolean =>
  zone_basis === 'learned' || zone_basis === 'set';

const lengths: readonly string[] = ['sleeves', 'length', 'inseam'];
/** Lengths are short or long, girths are tight or loose. */
export const isLength = (name: AdviceDimension['name']) => lengths.includes(name);
