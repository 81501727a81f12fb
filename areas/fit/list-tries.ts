import type { FitFeedback } from '#contract/fit.ts';
import type { Ctx } from '#platform/area/context.ts';
import { history_max, listHistory } from './fitting.store.ts';
import { overallOf } from './outcomes/overall-of.ts';
import { listOutcomesOfProfile, type OutcomeRow } from './outcomes/outcome.store.ts';

/** One product that a profile tried in one size, and what came of it. */
export interface Try {
  product_id: string;
  size_tried: string;
  /** undefined: nobody said how it felt. */
  fit_feedback: FitFeedback | undefined;
  /** null: nobody said. */
  would_keep: boolean | null;
  at: string;
  /** The fitting in which it was said; null for what was told of a purchase. */
  session_id: string | null;
}

/** What came of a profile's tries, said in fittings or told of purchases, newest first. */
export async function listTries(ctx: Ctx, profile_id: string): Promise<Try[]> {
  const [history, outcomes] = await Promise.all([listHistory(ctx, profile_id), listOutcomesOfProfile(ctx, profile_id, history_max)]);
  const said = history.map(({ created_at: at, product_id, size_tried, fit_feedback, would_keep, fitting_id: session_id }) => ({
    product_id,
    size_tried,
    fit_feedback,
    would_keep,
    at,
    session_id,
  }));
  return joinTries(said, outcomes.filter(isAboutSize).map(toTry));
}

/** What came back for another reason says nothing of its size, unless somebody said how it felt. */
export const isAboutSize = ({ reason, fit_feedback }: OutcomeRow): boolean => reason !== 'other' || fit_feedback !== null;

/** Reads a purchase as a try: one that came back too small felt so, even if nobody said more. */
export function toTry(row: OutcomeRow): Try {
  const overall = overallOf(row);
  const { product_id, size, outcome, at } = row;
  const fit_feedback = row.fit_feedback ?? (overall && { overall });
  return { product_id, size_tried: size, fit_feedback, would_keep: outcome === 'kept', at, session_id: null };
}

/**
 * Joins what a shopper said in fittings and what was told of purchases, newest first. Of one product and size that was
 * bought there is one try, however often and by whom it was told: the newest that says how it felt, else the newest.
 */
export function joinTries(said: readonly Try[], bought: readonly Try[]): Try[] {
  const names = new Set(bought.map(nameOf));
  const told_twice = [...said.filter((one) => names.has(nameOf(one))), ...bought].toSorted(byWordsThenAge);
  const first = new Map(told_twice.toReversed().map((one) => [nameOf(one), one]));
  const others = said.filter((one) => !names.has(nameOf(one)));
  return [...others, ...first.values()].toSorted((a, b) => (a.at < b.at ? 1 : -1)).slice(0, history_max);
}

const byWordsThenAge = (a: Try, b: Try): number =>
  Number(b.fit_feedback !== undefined) - Number(a.fit_feedback !== undefined) || (a.at < b.at ? 1 : -1);

const nameOf = ({ product_id, size_tried }: Try): string => `${product_id} ${size_tried}`;
