import type { BinnedColumns } from './bin-columns.ts';
import { type BoostedTrees, joinTrees, missing_bin, type Tree } from './boosted-trees.ts';
import { growTree } from './grow-tree.ts';
import type { TreeData, TreeShape } from './tree-data.ts';

/**
 * `columns`: bins [features][rows]. `classes_of`: [rows], 0 .. classes - 1. `held_out`: rows that stop the boosting, 1 for held out.
 * `starts`: [rows x outputs] log odds to boost upon, what another model says already; where left out, the shares of the classes.
 */
export type BoostingData = {
  columns: BinnedColumns;
  classes_of: Uint8Array;
  classes: number;
  reference: number;
  held_out: Uint8Array;
  starts?: Float64Array | undefined;
};
export type BoostingShape = TreeShape & {
  trees_max: number;
  /** Boosting stops when so many trees in turn did not help the rows held out. */
  patience: number;
  /** Share of rows and of features that each tree sees. */
  row_share: number;
  feature_share: number;
  random: () => number;
};

/** A gain below this is noise. */
const loss_step_min = 1e-6;
/** A class that the rows hardly show still has odds. */
const count_min = 0.5;

/**
 * Boosts trees for the log odds of each class against the reference class (one tree a round, all classes in its leaves), until
 * held-out rows gain no more. Loss: cross entropy; curvature: its diagonal. Deterministic for `random`.
 * Source: Friedman, Annals of Statistics 29 (2001), algorithm 6; Newton leaves as in Chen and Guestrin, KDD 2016.
 */
export function boostClasses(data: BoostingData, shape: BoostingShape): BoostedTrees {
  const { edges, bins: columns } = data.columns;
  const outputs = data.classes - 1;
  const base = data.starts ? new Float64Array(outputs) : baseScores(data);
  const scores = Float64Array.from({ length: data.classes_of.length * outputs }, (_, i) => data.starts?.[i] ?? base[i % outputs]!);
  const gradients = new Float32Array(scores.length * 2);
  const tree_data: TreeData = { columns, bin_counts: edges.map(({ length }) => length + 2), gradients, outputs };
  const trees: Tree[] = [];
  let best = { loss: Infinity, trees: 0 };
  const has_held_out = data.held_out.includes(1);
  const patience = has_held_out ? shape.patience : Infinity;
  while (trees.length < shape.trees_max && trees.length - best.trees <= patience) {
    const loss = fillGradients(data, scores, gradients);
    if (loss < best.loss - loss_step_min) best = { loss, trees: trees.length };
    const rows = sampleRows(data.held_out, shape);
    const features = columns.map((_, f) => f).filter(() => shape.random() < shape.feature_share);
    const tree = growTree(tree_data, { rows, features }, shape);
    trees.push(tree);
    addTree(tree, columns, scores);
  }
  const last_loss = fillGradients(data, scores, gradients);
  if (last_loss < best.loss) best = { loss: last_loss, trees: trees.length };
  const kept = has_held_out ? trees.slice(0, best.trees) : trees;
  const held_out_loss = has_held_out ? best.loss : NaN;
  return { classes: data.classes, reference: data.reference, base, edges, ...joinTrees(kept, outputs), held_out_loss };
}

function baseScores({ classes_of, classes, reference }: BoostingData): Float64Array {
  const counts = new Float64Array(classes).fill(count_min);
  for (const one of classes_of) counts[one]!++;
  return counts.filter((_, k) => k !== reference).map((count) => Math.log(count / counts[reference]!));
}

function sampleRows(held_out: Uint8Array, { row_share, random }: BoostingShape): Int32Array {
  const rows = new Int32Array(held_out.length);
  let count = 0;
  for (let row = 0; row < held_out.length; row++) if (held_out[row] === 0 && random() < row_share) rows[count++] = row;
  return rows.subarray(0, count);
}

/** Fills gradient and curvature of every output; returns the mean loss of the rows held out, Infinity when there are none to stop by. */
function fillGradients({ classes_of, reference, held_out }: BoostingData, scores: Float64Array, gradients: Float32Array): number {
  const outputs = scores.length / classes_of.length;
  const odds = new Float64Array(outputs);
  let [loss, count] = [0, 0];
  for (let row = 0; row < classes_of.length; row++) {
    const own = classes_of[row]!;
    const own_output = own === reference ? -1 : own < reference ? own : own - 1;
    let total = 1;
    for (let k = 0; k < outputs; k++) total += odds[k] = Math.exp(scores[row * outputs + k]!);
    if (held_out[row] === 1) {
      loss += Math.log(total) - (own_output < 0 ? 0 : scores[row * outputs + own_output]!);
      count++;
    }
    for (let k = 0; k < outputs; k++) {
      const probability = odds[k]! / total;
      gradients[2 * (row * outputs + k)] = probability - (k === own_output ? 1 : 0);
      gradients[2 * (row * outputs + k) + 1] = probability * (1 - probability);
    }
  }
  return count === 0 ? Infinity : loss / count;
}

/** Adds a tree's leaf values to the scores of all rows. The walk is written out: a call a row and step would take twice as long. */
function addTree({ feature, bin, is_missing_left, left, right, value }: Tree, columns: readonly Uint8Array[], scores: Float64Array): void {
  const outputs = value.length / left.length;
  const rows = scores.length / outputs;
  for (let row = 0; row < rows; row++) {
    let node = 0;
    while (left[node]! >= 0) {
      const own = columns[feature[node]!]![row]!;
      const is_left = own === missing_bin ? is_missing_left[node] === 1 : own <= bin[node]!;
      node = is_left ? left[node]! : right[node]!;
    }
    for (let k = 0; k < outputs; k++) scores[row * outputs + k]! += value[node * outputs + k]!;
  }
}
