import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { seededRandom } from '../seeded-random.ts';
import { binColumns, chooseEdges } from './bin-columns.ts';
import { boostClasses } from './boost-classes.ts';
import { binOf, classProbabilities } from './boosted-trees.ts';

const shape = { leaves_max: 8, rows_min: 5, l2: 1, learning_rate: 0.2, trees_max: 60, patience: 10, row_share: 1, feature_share: 1 };

/** Classes by two columns that only matter together: a table of four fields, which no single split can see. */
function crossed(count: number) {
  const random = seededRandom(9);
  const columns = [0, 1].map(() => Float64Array.from({ length: count }, () => random()));
  const classes_of = Uint8Array.from({ length: count }, (_, i) => (columns[0]![i]! < 0.5 === columns[1]![i]! < 0.4 ? 0 : 1));
  return { columns, classes_of };
}

function boost(
  columns: Float64Array[],
  classes_of: Uint8Array,
  { classes = 2, held_out = new Uint8Array(classes_of.length), reference = 0 } = {},
) {
  return boostClasses({ columns: binColumns(columns), classes_of, classes, reference, held_out }, { ...shape, random: seededRandom(1) });
}

describe('boosted trees', () => {
  test('learn what only two features together tell', () => {
    const { columns, classes_of } = crossed(600);
    const model = boost(columns, classes_of);
    const right = classes_of.filter(
      (own, i) =>
        classProbabilities(
          model,
          Float64Array.from(columns, (column) => column[i]!),
        )[own]! > 0.5,
    );
    assert.ok(right.length > 590, `${right.length} of 600`);
  });

  test('probabilities add up to one, whichever class the others are held against', () => {
    const { columns } = crossed(300);
    const classes_of = Uint8Array.from(columns[0]!, (value) => Math.floor(value * 3));
    const models = [0, 1, 2].map((reference) => boost(columns, classes_of, { classes: 3, reference }));
    for (const model of models) {
      const chances = classProbabilities(model, Float64Array.from([0.9, 0.5]));
      assert.ok(Math.abs(chances.reduce((sum, each) => sum + each, 0) - 1) < 1e-12);
      assert.ok(chances[2]! > 0.9);
    }
  });

  test('a missing value goes to the side where missing ones belong', () => {
    const column = Float64Array.from({ length: 200 }, (_, i) => (i % 2 === 0 ? NaN : i));
    const classes_of = Uint8Array.from(column, (value) => (Number.isNaN(value) ? 1 : 0));
    const model = boost([column], classes_of);
    assert.ok(classProbabilities(model, Float64Array.from([NaN]))[1]! > 0.9);
    assert.ok(classProbabilities(model, Float64Array.from([50]))[1]! < 0.1);
  });

  test('stop when rows held out gain no more: noise is not learned', () => {
    const random = seededRandom(2);
    const columns = [Float64Array.from({ length: 400 }, () => random())];
    const classes_of = Uint8Array.from({ length: 400 }, () => (random() < 0.5 ? 1 : 0));
    const held_out = Uint8Array.from({ length: 400 }, (_, i) => (i % 4 === 0 ? 1 : 0));
    assert.ok(boost(columns, classes_of, { held_out }).roots.length < 10);
  });

  test('a class that never occurs, one row, and constant columns do no harm', () => {
    const one = boost([Float64Array.from([1])], Uint8Array.from([0]), { classes: 3 });
    assert.ok([...classProbabilities(one, Float64Array.from([1]))].every(Number.isFinite));
    const flat = boost(
      [new Float64Array(50).fill(7)],
      Uint8Array.from({ length: 50 }, (_, i) => i % 2),
    );
    assert.ok(Math.abs(classProbabilities(flat, Float64Array.from([7]))[0]! - 0.5) < 1e-9);
  });
});

describe('bins', () => {
  test('lie between distinct values, and at quantiles when there are many', () => {
    assert.deepEqual([...chooseEdges(Float64Array.from([3, 1, NaN, 1, 2]))], [1.5, 2.5]);
    const many = chooseEdges(Float64Array.from({ length: 10_000 }, (_, i) => i));
    assert.ok(many.length <= 254 && many.every((edge, i) => i === 0 || edge > many[i - 1]!));
  });
  test('missing is a bin of its own, and what lies beyond all edges has the last', () => {
    const edges = Float64Array.from([1.5, 2.5]);
    assert.deepEqual(
      [NaN, Infinity, 0, 1.5, 2, 9].map((value) => binOf(value, edges)),
      [0, 0, 1, 1, 2, 3],
    );
  });
});
