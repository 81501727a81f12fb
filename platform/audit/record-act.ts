import { sql } from 'kysely';
import type { Ctx } from '#platform/area/context.ts';

type AuditTable = {
  platform_audit: {
    seq: number;
    at: string;
    actor_id: string | null;
    action: string;
    subject: string;
    detail: unknown;
    previous_hash: string;
    hash: string;
  };
  /** One row: how far the log reaches, sealed with our key, so that a cut-off end shows. */
  platform_audit_head: { is_head: true; seq: number; hash: string; seal: string };
};
export type AuditEntry = AuditTable['platform_audit'];

/** Any fixed number: entries are chained one after the other, so writers wait for each other here. */
const chain_lock = 7_041_776;
const first_hash = '0'.repeat(64);

export interface Act {
  /** Such as `people.role_granted`. */
  action: string;
  /** What it was done to: `person:0192…`. Ids only, no personal data. */
  subject: string;
  detail?: Record<string, string | number | boolean | null>;
}

/** Writes one act to the tamper-evident log, in the caller's transaction: both happen, or neither. */
export async function recordAct(tx: Ctx, { action, subject, detail = {} }: Act): Promise<void> {
  const db = tx.db.withTables<AuditTable>();
  await sql`select pg_advisory_xact_lock(${chain_lock})`.execute(db);
  const last = await db.selectFrom('platform_audit').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst();
  const entry = {
    seq: (last?.seq ?? 0) + 1,
    at: tx.clock.now().toISOString(),
    actor_id: tx.actor.person_id,
    action,
    subject,
    detail,
    previous_hash: last?.hash ?? first_hash,
  };
  const hash = hashOf(tx, entry);
  await db
    .insertInto('platform_audit')
    .values({ ...entry, detail: JSON.stringify(detail), hash })
    .execute();
  const head = { seq: entry.seq, hash, seal: sealOf(tx, entry.seq, hash) };
  await db
    .insertInto('platform_audit_head')
    .values({ is_head: true, ...head })
    .onConflict((conflict) => conflict.column('is_head').doUpdateSet(head))
    .execute();
}

/** Lists acts, newest first, from before a sequence number. */
export function listActs(ctx: Ctx, { before, limit }: { before: number | null; limit: number }): Promise<AuditEntry[]> {
  const query = ctx.db.withTables<AuditTable>().selectFrom('platform_audit').selectAll().orderBy('seq', 'desc').limit(limit);
  return (before === null ? query : query.where('seq', '<', before)).execute();
}

/** Recomputes the whole chain; returns the first sequence number that does not hold, or null when it is intact. O(rows). */
export async function findBrokenLink(ctx: Ctx): Promise<number | null> {
  const db = ctx.db.withTables<AuditTable>();
  let expected = { seq: 1, previous_hash: first_hash };
  for (;;) {
    const page = await db.selectFrom('platform_audit').selectAll().where('seq', '>=', expected.seq).orderBy('seq').limit(1000).execute();
    for (const entry of page) {
      const { seq, previous_hash, hash } = entry;
      if (seq !== expected.seq || previous_hash !== expected.previous_hash || hash !== hashOf(ctx, entry)) return expected.seq;
      expected = { seq: seq + 1, previous_hash: hash };
    }
    if (page.length < 1000) return (await isEndWhole(ctx, expected)) ? null : expected.seq;
  }
}

/** Tells whether the log ends where we last sealed it. */
async function isEndWhole(ctx: Ctx, { seq, previous_hash }: { seq: number; previous_hash: string }): Promise<boolean> {
  const head = await ctx.db.withTables<AuditTable>().selectFrom('platform_audit_head').selectAll().executeTakeFirst();
  if (!head) return seq === 1;
  return head.seq === seq - 1 && head.hash === previous_hash && head.seal === sealOf(ctx, head.seq, head.hash);
}

const sealOf = ({ keys }: Ctx, seq: number, hash: string): string => keys.mac(`${seq} ${hash}`, 'platform.audit_head');

/** Keyed, so that who can write the table still cannot forge it. The detail is hashed with sorted keys: jsonb does not keep their order. */
function hashOf({ keys }: Ctx, { seq, at, actor_id, action, subject, detail, previous_hash }: Omit<AuditEntry, 'hash'>): string {
  const sorted = Object.entries(detail as object).sort(([a], [b]) => (a < b ? -1 : 1));
  return keys.mac(JSON.stringify([seq, at, actor_id, action, subject, sorted, previous_hash]), 'platform.audit');
}
