/**
 * One tree over binned columns. Node k is a leaf when `left[k]` is -1; else a row goes left when its bin of `feature[k]` is at
 * most `bin[k]`, and with a missing value when `is_missing_left[k]` is 1. `value`: [nodes x outputs], row-major.
 */
export type Tree = {
  feature: Int32Array;
  bin: Uint8Array;
  is_missing_left: Uint8Array;
  left: Int32Array;
  right: Int32Array;
  value: Float64Array;
};

/**
 * Boosted trees for `classes` classes by their log odds against class `reference`: `base` and each tree have one output for
 * every other class, in order. `edges[f]`: rising bin edges of feature f. All trees lie in one table (`nodes`), each beginning
 * at its root: a prediction then reads memory that is near.
 */
export type BoostedTrees = {
  classes: number;
  reference: number;
  base: Float64Array;
  edges: Float64Array[];
  roots: Int32Array;
  nodes: Tree;
  /** Mean loss of the rows held out from training; NaN when none was. */
  held_out_loss: number;
};

/** Bin of a missing value. */
export const missing_bin = 0;

/** Finds the bin of a value: 1 + how many edges lie below it; `missing_bin` for what is not finite. O(log edges). */
export function binOf(value: number, edges: Float64Array): number {
  if (!Number.isFinite(value)) return missing_bin;
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value > edges[middle]!) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}

/**
 * Gives the probability of each class for one row of features. `start`: log odds that the trees were boosted upon, added to the
 * base. Deterministic, O(trees x depth).
 */
export function classProbabilities(model: BoostedTrees, features: Float64Array, start?: Float64Array): Float64Array {
  const bins = new Uint8Array(model.edges.length);
  for (let f = 0; f < bins.length; f++) bins[f] = binOf(features[f]!, model.edges[f]!);
  const scores = Float64Array.from(model.base);
  if (start) for (let k = 0; k < scores.length; k++) scores[k]! += start[k]!;
  for (const root of model.roots) {
    const leaf = findLeaf(model.nodes, root, bins) * scores.length;
    for (let k = 0; k < scores.length; k++) scores[k]! += model.nodes.value[leaf + k]!;
  }
  return softmaxAgainst(scores, model.reference);
}

/** Walks one row down from a root by its bins [features]. */
function findLeaf({ feature, bin, is_missing_left, left, right }: Tree, root: number, bins: Uint8Array): number {
  let node = root;
  while (left[node]! >= 0) {
    const own = bins[feature[node]!]!;
    const is_left = own === missing_bin ? is_missing_left[node] === 1 : own <= bin[node]!;
    node = is_left ? left[node]! : right[node]!;
  }
  return node;
}

/** Lays trees into one table, in order. */
export function joinTrees(trees: readonly Tree[], outputs: number): Pick<BoostedTrees, 'roots' | 'nodes'> {
  const roots = new Int32Array(trees.length);
  for (let t = 1; t < trees.length; t++) roots[t] = roots[t - 1]! + trees[t - 1]!.left.length;
  const total = trees.reduce((sum, { left }) => sum + left.length, 0);
  const nodes = emptyNodes(total, outputs);
  trees.forEach((tree, t) => {
    const root = roots[t]!;
    nodes.feature.set(tree.feature, root);
    nodes.bin.set(tree.bin, root);
    nodes.is_missing_left.set(tree.is_missing_left, root);
    nodes.left.set(
      tree.left.map((node) => (node < 0 ? node : node + root)),
      root,
    );
    nodes.right.set(
      tree.right.map((node) => (node < 0 ? node : node + root)),
      root,
    );
    nodes.value.set(tree.value, root * outputs);
  });
  return { roots, nodes };
}

/** Makes room for nodes, all of them leaves of value 0. */
export function emptyNodes(count: number, outputs: number): Tree {
  return {
    feature: new Int32Array(count),
    bin: new Uint8Array(count),
    is_missing_left: new Uint8Array(count),
    left: new Int32Array(count).fill(-1),
    right: new Int32Array(count).fill(-1),
    value: new Float64Array(count * outputs),
  };
}

/** Turns log odds against a reference class into probabilities of all classes, the reference in its place. */
export function softmaxAgainst(scores: Float64Array, reference: number): Float64Array {
  const top = Math.max(0, ...scores);
  const odds = new Float64Array(scores.length + 1);
  let total = 0;
  for (let k = 0; k < odds.length; k++) {
    odds[k] = Math.exp((k === reference ? 0 : scores[k < reference ? k : k - 1]!) - top);
    total += odds[k]!;
  }
  for (let k = 0; k < odds.length; k++) odds[k]! /= total;
  return odds;
}
