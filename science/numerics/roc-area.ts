/**
 * Gives the area under the ROC curve: the probability that a positive row outscores a negative one, ties counting half.
 * `scores`: [rows]; NaN when all rows are of one kind. Scores that are NaN count as lowest. O(rows log rows). Deterministic.
 * Source: Hanley and McNeil, Radiology 143 (1982): the Mann-Whitney statistic.
 */
export function rocArea(scores: Float64Array, isPositive: (row: number) => boolean): number {
  const valueOf = (row: number) => (Number.isNaN(scores[row]!) ? -Infinity : scores[row]!);
  const order = Uint32Array.from(scores, (_, row) => row).sort((a, b) => Math.sign(valueOf(a) - valueOf(b) || 0));
  let [rank_sum, positives] = [0, 0];
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && valueOf(order[to]!) === valueOf(order[from]!)) to++;
    const rank = (from + 1 + to) / 2;
    for (let i = from; i < to; i++) {
      if (!isPositive(order[i]!)) continue;
      rank_sum += rank;
      positives++;
    }
    from = to;
  }
  return (rank_sum - (positives * (positives + 1)) / 2) / (positives * (order.length - positives));
}
