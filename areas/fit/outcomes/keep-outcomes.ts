import { addWearers, type Wearer, type Wearers } from '#areas/people/index.ts';
import type { Ctx } from '#platform/area/context.ts';
import type { AppError } from '#platform/errors/app-error.ts';
import { publishAll } from '#platform/events/publish.ts';
import { newId } from '#platform/ids/new-id.ts';
import { tooManyOutcomes } from '../errors.ts';
import type { Accepted } from './judge-outcome.ts';
import {
  countOutcomes,
  listAdvicesBefore,
  listCountedTries,
  listOutcomes,
  lockCaller,
  saveOutcomes,
  type OutcomeRow,
} from './outcome.store.ts';
import { listTakenBack } from './taken-back.store.ts';
import { newsOf } from './outcome-news.ts';

/** What became of one outcome that was accepted. */
export type Kept = 'saved' | 'replaced' | AppError;

/** An outcome, whose it is, and what was said under its id before. */
interface Said extends Accepted {
  wearer: Wearer;
  previous: OutcomeRow | undefined;
}

/** Far more than an advice reads, and than a wardrobe holds; beyond it somebody fills a disk. */
const kept_max = 2000;

/**
 * Saves accepted outcomes and announces those that say something new, in the caller's transaction: about ten statements
 * for a thousand. Of several with one id the last stays. Gives what became of each, in the order given.
 */
export async function keepOutcomes(tx: Ctx, accepted: readonly Accepted[], known: Wearers): Promise<Kept[]> {
  const names = accepted.map(({ item }) => item.user_id);
  const wearers = await addWearers(tx, known, names);
  await lockCaller(tx, wearers.caller_id);
  const external_ids = [...new Set(accepted.map(({ item }) => item.external_id))];
  const [previous, taken_back] = [
    await listOutcomes(tx, wearers.caller_id, external_ids),
    await listTakenBack(tx, wearers.caller_id, external_ids),
  ];
  const by_id = new Map(previous.map((row) => [row.external_id, row]));
  const said = accepted.map((one) => ({ ...one, wearer: wearerOf(one, wearers), previous: by_id.get(one.item.external_id) }));
  const kept = await decide(tx, said, taken_back);
  const isToKeep = (one: Said, i: number) => typeof kept[i] === 'string' && !taken_back.has(one.item.external_id);
  const last = new Map(said.flatMap((one, i) => (isToKeep(one, i) ? [[one.item.external_id, one] as const] : [])));
  await save(tx, wearers.caller_id, [...last.values()]);
  return kept;
}

function wearerOf({ item }: Accepted, wearers: Wearers): Wearer {
  const wearer = wearers.find(item.user_id);
  if (!wearer) throw new Error('a shopper vanished while being made');
  return { person_id: wearer.person_id, profile_id: item.profile_id ?? wearer.profile_id };
}

/** Tells, as if each came after the one before: saved, replaced, or one too many. What its shopper took back was known, and stays forgotten. */
async function decide(tx: Ctx, said: readonly Said[], taken_back: ReadonlySet<string>): Promise<Kept[]> {
  const counts = await countOutcomes(tx, [...new Set(said.map(({ wearer }) => wearer.person_id))]);
  const there = new Set([...taken_back, ...said.flatMap(({ previous }) => previous?.external_id ?? [])]);
  return said.map(({ item: { external_id }, wearer: { person_id } }) => {
    if (there.has(external_id)) return 'replaced';
    const count = (counts.get(person_id) ?? 0) + 1;
    if (count > kept_max) return tooManyOutcomes();
    counts.set(person_id, count);
    there.add(external_id);
    return 'saved';
  });
}

async function save(tx: Ctx, caller_id: string, said: readonly Said[]): Promise<void> {
  const rows = said.map((one) => rowOf(one, caller_id, tx.clock.now().toISOString()));
  const advices = await listAdvicesBefore(tx, rows);
  const counting = await chooseCounting(tx, rows);
  const saved = rows.map((row, i) => ({ ...row, advice_id: advices[i]?.id ?? null, is_counted: counting.has(row.id) }));
  await saveOutcomes(tx, saved);
  const news = saved.flatMap((row, i) => newsOf(row, said[i]?.previous, advices[i]?.recommended_size ?? null) ?? []);
  await publishAll(tx, 'outcome.recorded', news);
}

/** An outcome that is only said again keeps its time, else it would stay new for ever. */
function rowOf({ item, product_id, wearer, previous }: Said, caller_id: string, now: string): OutcomeRow {
  const { external_id, size, outcome, reason = null, fit_feedback = null } = item;
  const is_same = previous?.outcome === outcome && previous.product_id === product_id && previous.size === size;
  return {
    id: previous?.id ?? newId(),
    caller_id,
    external_id,
    ...wearer,
    product_id,
    size,
    outcome,
    reason,
    fit_feedback,
    advice_id: null,
    is_counted: previous?.is_counted ?? false,
    at: item.at ?? (is_same ? previous.at : now),
    told_at: now,
  };
}

/** Of all that is told of one wearer, product and size one counts, so that nobody counts for many by saying it often. */
async function chooseCounting(tx: Ctx, rows: readonly OutcomeRow[]): Promise<Set<string>> {
  const taken = new Set((await listCountedTries(tx, rows)).map(nameOf));
  const counting = new Set<string>();
  for (const row of rows.toSorted((a, b) => Number(b.is_counted) - Number(a.is_counted))) {
    const name = nameOf(row);
    if (!taken.has(name)) counting.add(row.id);
    taken.add(name);
  }
  return counting;
}

const nameOf = ({ profile_id, product_id, size }: Pick<OutcomeRow, 'profile_id' | 'product_id' | 'size'>): string =>
  `${profile_id} ${product_id} ${size}`;
