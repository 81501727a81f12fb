import { predictOutcome } from '#areas/fit/outcome-model/predict-outcome.ts';
import { type OutcomeModel, trainOutcomeModel } from '#areas/fit/outcome-model/train-outcome-model.ts';
import { outcome_words } from '#areas/fit/outcome-model/trials.ts';
import { type Classified, measureClassification, type ClassificationFigures } from '#science/numerics/classification-figures.ts';
import { rental_schema, type Rental } from './read-rentals.ts';
import type { Split } from './split-rentals.ts';

export type SplitResult = {
  figures: ClassificationFigures;
  classified: Classified;
  /** What each test row is looked at by, a label a row. */
  groups: Record<string, string[]>;
  train_s: number;
  predict_us: number;
  rss_mb: number;
};

/** Trains on one part, predicts the other, one rental at a time as the product would. */
export function runSplit({ train, test }: Split, seed: number): SplitResult {
  const started = performance.now();
  const model = trainOutcomeModel(train, rental_schema, { seed });
  const train_s = (performance.now() - started) / 1000;
  const own = Map.groupBy(
    train.toSorted((a, b) => b.day.localeCompare(a.day)),
    ({ shopper }) => shopper,
  );
  const { probabilities, predict_us } = predictAll(model, test, own);
  const classified: Classified = {
    probabilities,
    classes_of: Uint8Array.from(test, ({ outcome }) => outcome),
    classes: outcome_words.length,
  };
  return {
    figures: measureClassification(classified),
    classified,
    groups: {
      'own rentals known': test.map(({ shopper }) => historyOf(own.get(shopper)?.length ?? 0)),
      'body type': test.map(({ words }) => words['body_type']!),
      size: test.map(({ size_value }) => bandOf(size_value)),
    },
    train_s,
    predict_us,
    rss_mb: process.resourceUsage().maxRSS / 1024,
  };
}

function predictAll(model: OutcomeModel, test: readonly Rental[], own: ReadonlyMap<string, Rental[]>) {
  const probabilities = new Float64Array(test.length * outcome_words.length);
  const started = performance.now();
  test.forEach((rental, row) => {
    probabilities.set(predictOutcome(model, { ...rental, outcome: null }, own.get(rental.shopper) ?? []), row * outcome_words.length);
  });
  return { probabilities, predict_us: ((performance.now() - started) * 1000) / test.length };
}

const historyOf = (known: number): string => (known < 2 ? String(known) : known < 5 ? '2-4' : '5+');

/** The renter's own scale, about twice a US size: 0-8 is XS to S, 9-20 M to L, above is XL and more. */
const bandOf = (size_value: number): string => (size_value <= 8 ? '0-8' : size_value <= 20 ? '9-20' : '21-58');
