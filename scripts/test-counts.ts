/** What became of tests. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** Writes the line that ends a run. */
export const countsLine = ({ passed, failed, skipped }: Counts): string => `\n${passed} passed, ${failed} failed, ${skipped} skipped\n`;

/** Reads such a line again; undefined for any other. */
export function readCounts(line: string): Counts | undefined {
  const [, passed, failed, skipped] = /^(\d+) passed, (\d+) failed, (\d+) skipped$/.exec(line) ?? [];
  return passed === undefined ? undefined : { passed: Number(passed), failed: Number(failed), skipped: Number(skipped) };
}

/** Adds up the counts of two processes. */
export const addCounts = (a: Counts, b: Counts): Counts => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});
