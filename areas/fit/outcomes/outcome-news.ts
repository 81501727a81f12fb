import type { EventPayload } from '#contract/events.ts';
import type { OutcomeRow } from './outcome.store.ts';

type News = EventPayload<'outcome.recorded'>;
type Purchase = NonNullable<News['replaces']>;

/** What others hear of an outcome; undefined when it only says again what was said before. */
export function newsOf(row: OutcomeRow, previous: OutcomeRow | undefined, recommended_size: string | null): News | undefined {
  const replaces = previous ? purchaseOf(previous) : null;
  const said = purchaseOf(row);
  if (replaces && previous?.profile_id === row.profile_id && isSame(said, replaces)) return undefined;
  const { id: outcome_id, profile_id, advice_id, at } = row;
  return { ...said, outcome_id, profile_id, advice_id, recommended_size, at, replaces };
}

const purchaseOf = ({ product_id, size, outcome, reason, fit_feedback, is_counted }: OutcomeRow): Purchase => ({
  product_id,
  size,
  outcome,
  reason,
  fit_feedback,
  is_counted,
});

/** Feedback is compared word by word: jsonb does not keep the order of keys. */
function isSame(a: Purchase, b: Purchase): boolean {
  const words = ({ fit_feedback }: Purchase) =>
    JSON.stringify(Object.entries(fit_feedback ?? {}).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  return (
    a.product_id === b.product_id &&
    a.size === b.size &&
    a.outcome === b.outcome &&
    a.reason === b.reason &&
    a.is_counted === b.is_counted &&
    words(a) === words(b)
  );
}
