import { recordAct } from '#platform/audit/record-act.ts';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { newId } from '#platform/ids/new-id.ts';
import { breakerState, failures_max, settleBreaker, type Lesson } from '#platform/outbound/breaker.ts';
import { RendererRefused } from '../renderer.ts';
import type { OutsideRendererRow } from '../../tryon-tables.ts';
import { OutsideRefused } from './outside-renderer.ts';
import { countCalls, findOutside, insertCall, lockOutside, noteSpent, putOutside } from './outside.store.ts';

const minute_ms = 60_000;
export const budget_ms = 24 * 3_600_000;
/** The one call that finds out whether a renderer is back has ended by then. */
const probe_ms = 60_000;

interface Leave {
  id: string;
  renderer: string;
}
interface Wanted {
  renderer: string;
  person_id: string;
  calls: number;
}

const unknown = (name: string): OutsideRendererRow => ({
  name,
  failures: 0,
  rests: 0,
  closed_until: null,
  rest_reason: null,
  refusal: null,
});

/**
 * Lets a look be asked of an outside renderer: counted before it is asked, over all processes, with a line in the audit that a
 * photo left the house. Throws `RendererRefused` when the renderer is left alone for now (with what it was for), or when this
 * minute's or this day's share is used up.
 */
export const takeLeave = (ctx: Ctx, wanted: Wanted): Promise<Leave> =>
  inTransaction(ctx, async (tx) => {
    await lockOutside(tx);
    await checkBreaker(tx, wanted.renderer);
    await checkShares(tx, wanted);
    const id = newId();
    await insertCall(tx, { id, ...wanted, is_paid: true, at: tx.clock.now().toISOString() });
    const { renderer, person_id } = wanted;
    await recordAct(tx, { action: 'tryon.photo_sent_out', subject: `person:${person_id}`, detail: { renderer } });
    return { id, renderer };
  });

async function checkBreaker(tx: Ctx, renderer: string): Promise<void> {
  const row = (await findOutside(tx, renderer)) ?? unknown(renderer);
  const now = tx.clock.now();
  const state = breakerState(row, now);
  if (state === 'open') throw new RendererRefused(row.refusal ?? 'unavailable', `${renderer} is left alone until ${row.closed_until}`);
  // This one finds out for everybody; meanwhile the others are sent on.
  if (state === 'half_open') await putOutside(tx, { ...row, closed_until: new Date(now.getTime() + probe_ms).toISOString() });
}

async function checkShares(tx: Ctx, { renderer, person_id, calls }: Wanted): Promise<void> {
  const { PAID_RENDERS_PER_MINUTE, PAID_RENDERS_PER_PERSON_PER_DAY, PAID_RENDERS_PER_DAY } = tx.config;
  const since = (ms: number): Date => new Date(tx.clock.now().getTime() - ms);
  if ((await countCalls(tx, since(budget_ms), { person_id })) + calls > PAID_RENDERS_PER_PERSON_PER_DAY)
    throw new RendererRefused('out_of_budget', 'this person has had enough drawn today');
  if ((await countCalls(tx, since(budget_ms), 'paid')) + calls > PAID_RENDERS_PER_DAY)
    throw new RendererRefused('out_of_budget', 'enough was drawn today for everybody');
  if ((await countCalls(tx, since(minute_ms), { renderer })) + calls > PAID_RENDERS_PER_MINUTE)
    throw new RendererRefused('rate_limited', `enough was asked of ${renderer} within this minute`);
}

/** What came of a call. */
interface Outcome {
  /** Why it did not draw; null when it did, undefined when that says nothing of the renderer. */
  refusal: OutsideRefused | null | undefined;
  /** Pictures that may have to be paid for, drawn or not. */
  spent: number;
}

/** Learns what came of a call. Free is only what was surely not begun: a run that nobody waits for any more goes on, and is paid for. */
export const settleLeave = (ctx: Ctx, { id, renderer }: Leave, { refusal, spent }: Outcome): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    await lockOutside(tx);
    await noteSpent(tx, id, spent);
    if (refusal === undefined) return;
    const row = (await findOutside(tx, renderer)) ?? unknown(renderer);
    const next = settleBreaker(row, lessonOf(refusal), tx.clock.now());
    await putOutside(tx, { ...row, ...next, refusal: next.closed_until === null ? null : (refusal?.reason ?? null) });
  });

/** What a refusal teaches of the renderer itself. A key, a model or an account is not better at the next photo: it opens at once. */
function lessonOf(refusal: OutsideRefused | null): Lesson {
  const answered = { has_answered: true, failures: 0, retry_after_s: null };
  if (!refusal || refusal.reason === 'content' || refusal.reason === 'not_possible') return answered;
  const is_lasting = ['not_allowed', 'retired', 'out_of_budget'].includes(refusal.reason);
  return { has_answered: false, failures: is_lasting ? failures_max : 1, retry_after_s: refusal.retry_after_s };
}
