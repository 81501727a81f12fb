import type { BoostingShape } from '#science/numerics/boosted-trees/boost-classes.ts';
import { seededRandom } from '#science/numerics/seeded-random.ts';

export type ForestShape = Omit<BoostingShape, 'random'>;

/** Chosen on rentals among 12 to 31 leaves, rates of 0.03 to 0.08: all within 0.0005 of area. */
const usual_shape: ForestShape = {
  leaves_max: 20,
  rows_min: 60,
  l2: 10,
  learning_rate: 0.07,
  trees_max: 500,
  patience: 30,
  row_share: 0.6,
  feature_share: 0.3,
};
/** Where shapes are looked for, evenly on a log scale. Wider ones were worse on every data set that we tried. */
const ranges = { leaves_max: [6, 32], rows_min: [20, 200], l2: [1, 40], learning_rate: [0.03, 0.12], feature_share: [0.2, 0.8] } as const;

/**
 * Finds the shape of trees whose loss on the rows held out is least: the usual one, and `rounds` more drawn at random.
 * Seeded: the same rows give the same shape. Each round costs about as much as one set of trees.
 */
export function tuneShape(lossOf: (shape: ForestShape) => number, { seed, rounds }: { seed: number; rounds: number }): ForestShape {
  if (rounds === 0) return usual_shape;
  const random = seededRandom(seed);
  const drawn = Array.from({ length: rounds }, () => drawShape(random));
  const judged = [usual_shape, ...drawn].map((shape) => ({ shape, loss: lossOf(shape) }));
  return judged.reduce((best, one) => (one.loss < best.loss ? one : best)).shape;
}

function drawShape(random: () => number): ForestShape {
  const draw = ([low, high]: readonly [number, number]) => low * (high / low) ** random();
  return {
    ...usual_shape,
    leaves_max: Math.round(draw(ranges.leaves_max)),
    rows_min: Math.round(draw(ranges.rows_min)),
    l2: draw(ranges.l2),
    learning_rate: draw(ranges.learning_rate),
    feature_share: draw(ranges.feature_share),
  };
}
