import { adviseSize } from '../size-model/advise.ts';
import type { GarmentEvidence, ShopperEvidence, SizeModelAdvice } from '../size-model/evidence.ts';
import type { Units } from '../size-model/explain.ts';
import { foretellFit } from './foretell-fit.ts';
import type { SizeModel } from './learn-size-model.ts';
import { withOthers } from './learned-model.ts';

/** `chances`: of each size, how likely it fits by what everybody's outcomes teach; null where nothing learned is in use. */
export type LearnedAdvice = { advice: SizeModelAdvice; chances: ReadonlyMap<string, number> | null };

/**
 * Advises a size from the evidence and, where something learned is in use, from what everybody's outcomes teach: how this
 * garment and those of the evidence run, and how likely each size feels right. Which size is best stays the size model's word.
 */
export function adviseWithModel(
  model: SizeModel | null,
  evidence: ShopperEvidence,
  { garment, now, units }: { garment: GarmentEvidence; now: Date; units: Units },
): LearnedAdvice {
  const today = startOfDay(now);
  const [asked, told] = [withOthers(model, garment), evidenceWithOthers(model, evidence)];
  const advice = adviseSize(told, asked, today, { units });
  const chances = model && foretellFit(model, evidence, { garment: asked, now: today });
  return { advice: withForetold(advice, chances), chances };
}

/** Tells with each garment of the evidence what others found of it. */
export function evidenceWithOthers(model: SizeModel | null, evidence: ShopperEvidence): ShopperEvidence {
  if (!model) return evidence;
  return {
    ...evidence,
    owned: evidence.owned.map((item) => ({ ...item, garment: withOthers(model, item.garment) })),
    history: evidence.history.map((item) => ({ ...item, garment: withOthers(model, item.garment) })),
  };
}

/** What everybody's answers foretell is a better figure for "this size feels right" than the size model's own. */
function withForetold(advice: SizeModelAdvice, chances: ReadonlyMap<string, number> | null): SizeModelAdvice {
  if (!chances) return advice;
  const scores = Object.entries(advice.all_scores).map(([label, { score, confidence }]) => [
    label,
    { score, confidence: chances.get(label) ?? confidence },
  ]);
  return { ...advice, all_scores: Object.fromEntries(scores) as SizeModelAdvice['all_scores'] };
}

/** Evidence ages by the year. Told by the day, the same evidence gives the same answer to the letter, so that a browser need not be sent it twice. */
const startOfDay = (now: Date): Date => new Date(now.toISOString().slice(0, 10));
