import type { ImportResult } from '#contract/imports.ts';
import type { Brought } from '#platform/area/context.ts';

export const nothing_brought: ImportResult = { added: {}, known: {}, photos: 0, skipped: [], not_taken: [] };

/** Adds what came of a step to what came of those before it. */
export const countBrought = (before: ImportResult, brought: readonly Brought[]): ImportResult => brought.reduce(countOne, before);

function countOne(result: ImportResult, one: Brought): ImportResult {
  const { kind, count = 1 } = one;
  if (count === 0) return result;
  if (one.outcome === 'skipped') return { ...result, skipped: addSkipped(result.skipped, { kind, reason: one.reason, count }) };
  // Photos are told beside the things that are brought back: nobody owns more because of them.
  if (kind === 'photos') return one.outcome === 'added' ? { ...result, photos: result.photos + count } : result;
  const { [one.outcome]: counts } = result;
  return { ...result, [one.outcome]: { ...counts, [kind]: (counts[kind] ?? 0) + count } };
}

type Skipped = ImportResult['skipped'];

function addSkipped(skipped: Skipped, added: Skipped[number]): Skipped {
  const same = skipped.find(({ kind, reason }) => kind === added.kind && reason === added.reason);
  if (!same) return [...skipped, added];
  return skipped.map((one) => (one === same ? { ...one, count: one.count + added.count } : one));
}
