import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { AppError } from '#platform/errors/app-error.ts';
import { parseInput } from '#platform/http/parse-input.ts';
import { boutiqueDraft, type BoutiqueDraft } from './boutique-draft.ts';
import type { BoutiqueRow } from './boutique-tables.ts';
import { lockBoutique, upsertBoutique, type BoutiqueFields } from './boutique.store.ts';
import { forgetProducts } from './forget-products.ts';
import { listProductIdsOf, renameSeller } from './listing.store.ts';

/**
 * Keeps a boutique under its slug, new or changed; its products follow its name. Idempotent. Call it outside of a
 * transaction, so that what is cached is forgotten after it. Throws `request.invalid`.
 */
export async function saveBoutique(ctx: Ctx, draft: BoutiqueDraft): Promise<BoutiqueRow> {
  const fields = parseInput(boutiqueDraft, draft) as BoutiqueFields;
  const { row, product_ids } = await inTransaction(ctx, (tx) => keep(tx, fields));
  await forgetProducts(ctx, product_ids);
  return row;
}

async function keep(tx: Ctx, fields: BoutiqueFields): Promise<{ row: BoutiqueRow; product_ids: string[] }> {
  const before = await lockBoutique(tx, fields.slug);
  const product_ids = before ? await listProductIdsOf(tx, before.id) : [];
  if (before && before.currency !== fields.currency && product_ids.length > 0) throw currencyInUse(before.currency);
  const row = await upsertBoutique(tx, fields);
  if (before && before.name !== row.name) await renameSeller(tx, { product_ids, from: before.name, to: row.name });
  return { row, product_ids };
}

const currencyInUse = (currency: string): AppError =>
  new AppError('request.invalid', {
    message: `Products of this boutique have prices in ${currency}. Remove them before you change the currency.`,
    fields: { currency: `Products are priced in ${currency}` },
  });
