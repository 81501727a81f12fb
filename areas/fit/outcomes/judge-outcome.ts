import type { FindBought } from '#areas/catalog/index.ts';
import { needsUserId, type Wearers } from '#areas/people/index.ts';
import { outcomeItem, type OutcomeItem, type OutcomeVerdict } from '#contract/outcomes.ts';
import { AppError, notFound } from '#platform/errors/app-error.ts';
import { parseInput } from '#platform/http/parse-input.ts';
import { outcomeInFuture, unknownSize } from '../errors.ts';

/** One of a bulk as it was read: an outcome, or why it is none. */
export type Reading = { item: OutcomeItem } | { external_id: string | null; error: AppError };

/** What an outcome is judged by. */
export interface Known {
  wearers: Wearers;
  findBought: FindBought;
  /** Whose a profile is. */
  owners: ReadonlyMap<string, string>;
  now: Date;
}

/** An outcome that will be kept. */
export interface Accepted {
  item: OutcomeItem;
  product_id: string;
}

/** Clocks of shops may be ahead, and some name only the day, in their own time zone. */
const ahead_max_ms = 24 * 3600 * 1000;

/** Reads one of a bulk; never throws. */
export function readItem(given: unknown): Reading {
  try {
    return { item: parseInput(outcomeItem, given) as OutcomeItem };
  } catch (error) {
    const { external_id } = given as { external_id?: unknown };
    return { external_id: typeof external_id === 'string' ? external_id : null, error: asRefusal(error) };
  }
}

/** Says which product an outcome is about, or why it is refused; never throws a refusal. */
export function judgeOutcome(item: OutcomeItem, known: Known): Accepted | AppError {
  try {
    return { item, product_id: productOf(item, known) };
  } catch (error) {
    return asRefusal(error);
  }
}

function productOf(item: OutcomeItem, { wearers, findBought, owners, now }: Known): string {
  if (wearers.are_named && item.user_id === undefined) throw needsUserId();
  const wearer = wearers.find(item.user_id);
  if (item.profile_id !== undefined && (wearer === undefined || owners.get(item.profile_id) !== wearer.person_id))
    throw notFound('profile');
  if (item.at !== undefined && Date.parse(item.at) > now.getTime() + ahead_max_ms) throw outcomeInFuture();
  const { product_id, labels } = findBought(item, wearer?.person_id);
  if (!labels.includes(item.size)) throw unknownSize('size', item.size, labels);
  return product_id;
}

function asRefusal(error: unknown): AppError {
  if (error instanceof AppError) return error;
  throw error;
}

/** Words a refusal as the wire has it. */
export const refusal = (external_id: string | null, { code, message, fields }: AppError): OutcomeVerdict => ({
  external_id,
  status: 'refused',
  error: { code, message, ...(fields ? { fields } : {}) },
});
