/** One row a kind of pattern, in their order; see tell-pattern.ts for the columns. */
export const pattern_weights: readonly (readonly number[])[] = [[1], [0], [0], [0], [0]].map((row) => [
  ...row,
  ...Array.from({ length: 31 }, () => 0),
]);
