import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { measureClassification } from '#science/numerics/classification-figures.ts';
import { seededRandom } from '#science/numerics/seeded-random.ts';
import { predictOutcome } from './predict-outcome.ts';
import { makeTrials, sample_schema } from './sample-trials.ts';
import { trainOutcomeModel } from './train-outcome-model.ts';
import type { Trial } from './trials.ts';

const world = makeTrials(4000, 11);
const [known, asked] = [world.trials.slice(0, 3200), world.trials.slice(3200)];
const model = trainOutcomeModel(known, sample_schema, { seed: 1 });
const ownOf = ({ shopper }: Trial) => known.filter((trial) => trial.shopper === shopper);

function figures(predict: (trial: Trial) => Iterable<number>) {
  const probabilities = Float64Array.from(asked.flatMap((trial) => [...predict(trial)]));
  return measureClassification({ probabilities, classes_of: Uint8Array.from(asked, ({ outcome }) => outcome!), classes: 3 });
}

describe('the model of outcomes', () => {
  test('foretells better than the shares of outcomes do, and keeps what it promises', () => {
    const shares = [0, 1, 2].map((k) => known.filter(({ outcome }) => outcome === k).length / known.length);
    const learned = figures((trial) => predictOutcome(model, trial, ownOf(trial)));
    assert.ok(learned.log_loss < figures(() => shares).log_loss - 0.1, `log loss ${learned.log_loss}`);
    assert.ok(learned.mean_auc > 0.7, `area ${learned.mean_auc}`);
    assert.ok(learned.ece < 0.06, `calibration ${learned.ece}`);
  });

  test('knows which products run large', () => {
    const product = model.effects.layout.terms.findIndex(
      ({ columns, slope }) => columns.length === 1 && columns[0] === 0 && slope.of === 'one',
    );
    const means = model.effects.effects.means[product]!;
    const pairs = [...model.vocabulary.codes[0]!].map(([name, code]) => [world.offsets_cm.get(name)!, means[code]!] as const);
    assert.ok(correlation(pairs) > 0.85, `correlation ${correlation(pairs)}`);
  });

  test('a shopper on whom everything was small is told that the next is smaller too, at once', () => {
    const trial = asked[0]!;
    const smallBefore = predictOutcome(model, trial, [])[0]!;
    const said = { ...trial, product: 'product 3', outcome: 0 };
    const smallAfter = predictOutcome(model, trial, [said])[0]!;
    const smallLater = predictOutcome(model, trial, [said, said, said])[0]!;
    assert.ok(smallBefore < smallAfter && smallAfter < smallLater, `${smallBefore} ${smallAfter} ${smallLater}`);
  });

  test('what was never seen leans on what stands above it: a sum of one, no certainty', () => {
    const stranger = { ...asked[0]!, product: 'new', brand: 'new', category: 'new', size: 'new', numbers: {}, words: {} };
    const chances = predictOutcome(model, stranger, []);
    assert.ok(Math.abs(chances.reduce((sum, each) => sum + each, 0) - 1) < 1e-9);
    assert.ok(
      chances.every((each) => each > 0.005 && each < 0.95),
      chances.join(' '),
    );
  });

  test('a number that nobody told in training changes nothing when somebody tells it', () => {
    const blind = trainOutcomeModel(
      known.slice(0, 300).map((trial) => ({ ...trial, numbers: {} })),
      sample_schema,
      { seed: 1 },
    );
    const [told, untold] = [asked[0]!, { ...asked[0]!, numbers: {} }].map((trial) => predictOutcome(blind, trial, []));
    told!.forEach((chance, k) => assert.ok(Math.abs(chance - untold![k]!) < 0.1, `${told!.join(' ')} and ${untold!.join(' ')}`));
  });

  test('the same trials and seed give the same model, and the order of a shopper’s own trials does not matter', () => {
    const small = known.slice(0, 400);
    const [one, other] = [trainOutcomeModel(small, sample_schema, { seed: 5 }), trainOutcomeModel(small, sample_schema, { seed: 5 })];
    const own = known.slice(0, 5);
    assert.deepEqual(predictOutcome(one, asked[0]!, own), predictOutcome(other, asked[0]!, own));
    const turned = predictOutcome(one, asked[0]!, own.toReversed());
    predictOutcome(one, asked[0]!, own).forEach((each, k) => assert.ok(Math.abs(each - turned[k]!) < 1e-9));
  });

  test('tuning never takes a shape that is worse on the rows held out than the usual one, and finds the same one again', () => {
    const small = known.slice(0, 900);
    const loss = (tuning_rounds: number) => trainOutcomeModel(small, sample_schema, { seed: 3, tuning_rounds }).members[0]!.held_out_loss;
    const tuned = loss(4);
    assert.ok(tuned <= loss(0));
    assert.equal(tuned, loss(4));
  });

  test('a handful of trials trains too; none is refused', () => {
    const few = trainOutcomeModel(known.slice(0, 3), sample_schema, { seed: 1 });
    assert.ok([...predictOutcome(few, asked[0]!, [])].every(Number.isFinite));
    assert.throws(() => trainOutcomeModel([], sample_schema, { seed: 1 }), RangeError);
  });

  test('outcomes dealt at random teach nothing', () => {
    const random = seededRandom(3);
    const noise = trainOutcomeModel(
      known.map((trial) => ({ ...trial, outcome: Math.floor(random() * 3) })),
      sample_schema,
      { seed: 1 },
    );
    const chances = asked.slice(0, 200).map((trial) => predictOutcome(noise, trial, []));
    const spread = Math.max(...chances.map(([small]) => small!)) - Math.min(...chances.map(([small]) => small!));
    assert.ok(spread < 0.25, `chances differ by ${spread}`);
  });
});

function correlation(pairs: readonly (readonly [number, number])[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(pairs.map(([a]) => a)), mean(pairs.map(([, b]) => b))];
  const sum = (product: (a: number, b: number) => number) => pairs.reduce((total, [a, b]) => total + product(a - x, b - y), 0);
  return sum((a, b) => a * b) / Math.sqrt(sum((a) => a * a) * sum((_, b) => b * b));
}
