import { predictOutcome } from '../outcome-model/predict-outcome.ts';
import { fit_outcome } from '../outcome-model/trials.ts';
import type { GarmentEvidence, ShopperEvidence } from '../size-model/evidence.ts';
import type { SizeModel } from './learn-size-model.ts';
import { levelOf, roomOfBody, toTrial, toTrials } from './to-trial.ts';

/** Of one shopper all trials are told apart from everybody's; the model never learns a name. */
const asker = 'asker';
/** The model of outcomes reads no more of a shopper's own trials than this; each costs time. */
const own_max = 12;

/** Foretells how likely each size fits, by what is learned from everybody and by the shopper's own answers: by label. */
export function foretellFit(
  { outcomes }: SizeModel,
  evidence: ShopperEvidence,
  { garment, now }: { garment: GarmentEvidence; now: Date },
): Map<string, number> {
  const { body, build } = evidence;
  const rooms = roomOfBody({ body, build }, garment, now);
  if (!rooms) return new Map();
  const own = toTrials(
    evidence.history.slice(0, own_max).flatMap(({ garment: worn, size_tried, fit_feedback, would_keep, at }) => {
      // As in `try.store.ts`: what was kept without a word fitted.
      const level = levelOf(fit_feedback?.overall ?? (would_keep ? 'perfect' : undefined));
      return level < 0
        ? []
        : [{ profile_id: asker, product_id: worn.product_id ?? '', size: size_tried, level, at, body, build, garment: worn }];
    }),
  );
  const chances = garment.sizes.map(({ label }, size_index): [string, number] => {
    const trial = toTrial({ profile_id: asker, product_id: garment.product_id ?? '', body, garment, rooms, size_index });
    return [label, predictOutcome(outcomes, trial, own)[fit_outcome]!];
  });
  // Of a label that stands twice the first counts, as in the advice.
  return new Map(chances.toReversed());
}
