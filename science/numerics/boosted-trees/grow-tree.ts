import { emptyNodes, missing_bin, type Tree } from './boosted-trees.ts';
import type { TreeData, TreeShape } from './tree-data.ts';
import { bestSplit, buildHistogram, type Histogram, takeAway, type Split } from './histogram.ts';

type Leaf = { start: number; end: number; node: number; sums: Float64Array; histogram: Histogram | null; split: Split | null };

/**
 * Grows one regression tree leaf by leaf, always splitting where the loss falls most, on the rows and features given.
 * `rows` is re-ordered. Deterministic. O(rows x features x log leaves). Source: Ke et al., LightGBM, NeurIPS 2017, section 2.
 */
export function growTree(data: TreeData, sample: { rows: Int32Array; features: readonly number[] }, shape: TreeShape): Tree {
  const tree = emptyNodes(2 * shape.leaves_max, data.outputs);
  const { rows } = sample;
  const root: Leaf = { start: 0, end: rows.length, node: 0, sums: sumRows(data, rows), histogram: null, split: null };
  const look = (leaf: Leaf, histogram: Histogram) => {
    leaf.histogram = histogram;
    leaf.split = bestSplit({ data, features: sample.features, histogram, sums: leaf.sums }, shape);
  };
  settle(tree, root, data.outputs, shape);
  look(root, buildHistogram(data, sample.features, rows));
  const leaves = [root];
  let node_count = 1;
  while (leaves.length < shape.leaves_max) {
    const leaf = mostGain(leaves);
    if (!leaf?.split) break;
    const [left, right] = splitLeaf(leaf, { data, rows, tree, node_count });
    node_count += 2;
    for (const side of [left, right]) settle(tree, side, data.outputs, shape);
    if (leaves.length + 1 < shape.leaves_max) {
      const [small, large] = left.end - left.start < right.end - right.start ? [left, right] : [right, left];
      const histogram = buildHistogram(data, sample.features, rows.subarray(small.start, small.end));
      look(large, takeAway(leaf.histogram!, histogram));
      look(small, histogram);
    }
    leaves.splice(leaves.indexOf(leaf), 1, left, right);
  }
  return trimTree(tree, node_count, data.outputs);
}

function trimTree(tree: Tree, nodes: number, outputs: number): Tree {
  const { feature, bin, is_missing_left, left, right, value } = tree;
  const nodeArrays = { bin: bin.slice(0, nodes), is_missing_left: is_missing_left.slice(0, nodes), value: value.slice(0, nodes * outputs) };
  return { ...nodeArrays, feature: feature.slice(0, nodes), left: left.slice(0, nodes), right: right.slice(0, nodes) };
}

function mostGain(leaves: readonly Leaf[]): Leaf | undefined {
  return leaves
    .filter(({ split }) => split !== null)
    .reduce<Leaf | undefined>((best, leaf) => (best && best.split!.gain >= leaf.split!.gain ? best : leaf), undefined);
}

/** Gives a leaf its value: a Newton step of every output, shortened by the learning rate. */
function settle(tree: Tree, { node, sums }: Leaf, outputs: number, { l2, learning_rate }: TreeShape): void {
  for (let k = 0; k < outputs; k++) tree.value[node * outputs + k] = (-learning_rate * sums[2 * k]!) / (sums[2 * k + 1]! + l2);
}

type Parting = { data: TreeData; rows: Int32Array; tree: Tree; node_count: number };

function splitLeaf({ start, end, node, split }: Leaf, { data, rows, tree, node_count }: Parting): [Leaf, Leaf] {
  const { feature, bin, is_missing_left } = split!;
  const column = data.columns[feature]!;
  const right_rows = new Int32Array(end - start);
  let [middle, moved] = [start, 0];
  for (let i = start; i < end; i++) {
    const row = rows[i]!;
    const at = column[row]!;
    const is_left = at === missing_bin ? is_missing_left : at <= bin;
    if (is_left) rows[middle++] = row;
    else right_rows[moved++] = row;
  }
  rows.set(right_rows.subarray(0, moved), middle);
  tree.feature[node] = feature;
  tree.bin[node] = bin;
  tree.is_missing_left[node] = is_missing_left ? 1 : 0;
  tree.left[node] = node_count;
  tree.right[node] = node_count + 1;
  const leafOf = (from: number, to: number, at: number): Leaf => ({
    start: from,
    end: to,
    node: at,
    sums: sumRows(data, rows.subarray(from, to)),
    histogram: null,
    split: null,
  });
  return [leafOf(start, middle, node_count), leafOf(middle, end, node_count + 1)];
}

function sumRows({ gradients, outputs }: TreeData, rows: Int32Array): Float64Array {
  const width = 2 * outputs;
  const sums = new Float64Array(width + 1);
  for (const row of rows) for (let k = 0; k < width; k++) sums[k]! += gradients[row * width + k]!;
  sums[width] = rows.length;
  return sums;
}
