import { findBoughtProducts } from '#areas/catalog/index.ts';
import { findWearers, listProfileOwners } from '#areas/people/index.ts';
import type { OutcomeVerdict } from '#contract/outcomes.ts';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { AppError } from '#platform/errors/app-error.ts';
import { judgeOutcome, readItem, refusal, type Accepted, type Known, type Reading } from './judge-outcome.ts';
import { keepOutcomes, type Kept } from './keep-outcomes.ts';

/**
 * Keeps what became of purchases; the next advice to each wearer knows. Each is judged alone, in the order given, as if
 * they had come one after the other; what is accepted is kept together, or not at all. Throws `people.not_allowed` for an
 * API key that may not act for shoppers.
 */
export async function reportOutcomes(ctx: Ctx, given: readonly object[]): Promise<{ outcomes: OutcomeVerdict[] }> {
  const readings = given.map(readItem);
  const known = await gatherKnown(ctx, readings);
  const judged = readings.map((reading) => judge(reading, known));
  const accepted = judged.filter((one): one is Accepted => 'item' in one);
  const kept = accepted.length === 0 ? [] : await inTransaction(ctx, (tx) => keepOutcomes(tx, accepted, known.wearers));
  const verdicts = new Map(accepted.map((one, i) => [one, kept[i]]));
  return { outcomes: judged.map((one) => ('item' in one ? verdictOf(one, verdicts.get(one)) : one)) };
}

/** Four statements however many there are: whom they are about, and what was bought. */
async function gatherKnown(ctx: Ctx, readings: readonly Reading[]): Promise<Known> {
  const items = readings.flatMap((reading) => ('item' in reading ? reading.item : []));
  const wearers = await findWearers(
    ctx,
    items.map(({ user_id }) => user_id),
  );
  const person_ids = new Set(items.flatMap(({ user_id }) => wearers.find(user_id)?.person_id ?? []));
  const profile_ids = items.flatMap(({ profile_id }) => profile_id ?? []);
  const [findBought, owners] = [
    await findBoughtProducts(ctx, items, [...person_ids]),
    profile_ids.length === 0 ? [] : await listProfileOwners(ctx, [...new Set(profile_ids)]),
  ];
  return { wearers, findBought, owners: new Map(owners.map(({ id, person_id }) => [id, person_id])), now: ctx.clock.now() };
}

function judge(reading: Reading, known: Known): Accepted | OutcomeVerdict {
  if ('error' in reading) return refusal(reading.external_id, reading.error);
  const judged = judgeOutcome(reading.item, known);
  return judged instanceof AppError ? refusal(reading.item.external_id, judged) : judged;
}

function verdictOf({ item: { external_id } }: Accepted, kept: Kept | undefined): OutcomeVerdict {
  if (kept instanceof AppError) return refusal(external_id, kept);
  return { external_id, status: kept ?? 'refused' };
}
