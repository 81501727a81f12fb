import { AppError } from '#platform/errors/app-error.ts';
import { isFresh } from './present-product.ts';
import type { Kept } from './keep-reading.ts';

/** What a run over many pages did. Every source is counted once as loaded or refused. */
export interface LoadReport {
  /** Pages looked at. */
  read: number;
  loaded: number;
  /** Of the loaded: new, or different from what was kept. */
  changed: number;
  /** Of the loaded: kept from a page that is older than a day. */
  stale: number;
  refused: { source: string; code: string; reason: string }[];
}

/** Loads sources one after the other and counts what came of each. Only what a page or a shop is to blame for is counted as refused; the rest is thrown. */
export async function loadEach(sources: readonly string[], load: (source: string) => Promise<Kept>, now: () => Date): Promise<LoadReport> {
  const report: LoadReport = { read: 0, loaded: 0, changed: 0, stale: 0, refused: [] };
  for (const source of sources) {
    report.read += 1;
    try {
      const { row, outcome } = await load(source);
      report.loaded += 1;
      if (outcome !== 'unchanged') report.changed += 1;
      if (!isFresh(row, now())) report.stale += 1;
    } catch (error) {
      if (!(error instanceof AppError) || !error.code.startsWith('catalog.')) throw error;
      report.refused.push({ source, code: error.code, reason: error.message });
    }
  }
  return report;
}
