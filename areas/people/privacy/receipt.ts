import { timingSafeEqual } from 'node:crypto';
import type { ErasureReceipt } from '#contract/people.ts';
import type { Ctx } from '#platform/area/context.ts';
import { newId } from '#platform/ids/new-id.ts';

interface Erased extends Pick<ErasureReceipt, 'scope' | 'person_id' | 'rows' | 'files'> {
  /** Folders that could not be deleted yet. */
  left: number;
}

const label = 'people.erasure_receipt';

/** Writes down what was deleted, and signs it, so that whoever holds it can have it checked later (`toile verify-receipt`). */
export function makeReceipt(ctx: Pick<Ctx, 'keys' | 'clock'>, { left, ...erased }: Erased): ErasureReceipt {
  const said = { receipt_id: newId(), ...erased, files_left: left, erased_at: ctx.clock.now().toISOString() };
  return { status: 'success', ...said, signature: signatureOf(ctx, said) };
}

/** Tells whether a receipt is one that this server signed, word for word. */
export function isGenuine(ctx: Pick<Ctx, 'keys'>, { signature, ...said }: ErasureReceipt): boolean {
  const [given, right] = [Buffer.from(signature), Buffer.from(signatureOf(ctx, said))];
  return given.length === right.length && timingSafeEqual(given, right);
}

/** In a fixed order, so that a receipt that was written anew by another program still holds. */
function signatureOf({ keys }: Pick<Ctx, 'keys'>, said: Omit<ErasureReceipt, 'status' | 'signature'>): string {
  const { receipt_id, scope, person_id, erased_at, rows, files, files_left } = said;
  const sorted_rows = Object.entries(rows).sort(([a], [b]) => (a < b ? -1 : 1));
  return keys.mac(JSON.stringify([receipt_id, scope, person_id, erased_at, sorted_rows, files, files_left]), label);
}
