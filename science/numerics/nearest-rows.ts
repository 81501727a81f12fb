/** `rows`: [count x dimensions], row-major, each of length one. */
export interface UnitRows {
  rows: Float32Array;
  dimensions: number;
}
export interface NearRow {
  index: number;
  /** Cosine, -1..1. */
  likeness: number;
}

/**
 * Finds the rows most like a unit vector by cosine, exactly, the likest first; equal ones in the order of rows.
 * At most `count`, or all there are. O(rows x dimensions), about 1 ms for 10,000 rows of 128.
 */
export function nearestRows({ rows, dimensions }: UnitRows, query: Float32Array, count: number): NearRow[] {
  if (query.length !== dimensions || rows.length % dimensions !== 0)
    throw new RangeError(`${query.length} numbers cannot be sought among rows of ${dimensions}.`);
  const found: NearRow[] = [];
  for (let index = 0; index * dimensions < rows.length; index++) {
    let likeness = 0;
    for (let d = 0; d < dimensions; d++) likeness += rows[index * dimensions + d]! * query[d]!;
    if (found.length < count || likeness > (found.at(-1)?.likeness ?? Infinity)) insert(found, { index, likeness }, count);
  }
  return found;
}

function insert(found: NearRow[], one: NearRow, count: number): void {
  const at = found.findIndex(({ likeness }) => one.likeness > likeness);
  found.splice(at < 0 ? found.length : at, 0, one);
  if (found.length > count) found.pop();
}
