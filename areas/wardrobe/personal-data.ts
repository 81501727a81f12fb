import { sql } from 'kysely';
import type { Ctx, PersonalData } from '#platform/area/context.ts';
import { restore } from './bring-back.ts';
import { listItemsOf } from './item.store.ts';
import type { WardrobeTables } from './wardrobe-tables.ts';

const wardrobe = (ctx: Ctx) => ctx.db.withTables<WardrobeTables>();

/** How a wardrobe follows a person, leaves with them, and is shown to them; the photos are `garments`'. */
export const personal_data: PersonalData = {
  merge: async (tx, from, to) => {
    // Two garments that two devices called alike are still two, and so are two of one product.
    const is_owned_already = sql`exists (select from wardrobe_items o where o.person_id = ${to}
      and o.product_id = i.product_id and o.product_color is not distinct from i.product_color)`;
    await sql`
      update wardrobe_items i set person_id = ${to},
        client_id = case when exists (select from wardrobe_items o where o.person_id = ${to} and o.client_id = i.client_id)
          then null else i.client_id end,
        product_id = case when ${is_owned_already} then null else i.product_id end,
        product_color = case when ${is_owned_already} then null else i.product_color end
      where i.person_id = ${from}
    `.execute(tx.db);
    await sql`
      update wardrobe_saved s set person_id = ${to} where s.person_id = ${from}
        and not exists (select from wardrobe_saved o where o.person_id = ${to} and o.kind = s.kind and o.id = s.id)
    `.execute(tx.db);
  },
  export: async (ctx, person_id) => ({
    items: await listItemsOf(ctx, person_id),
    wears: (
      await sql`select w.* from wardrobe_wears w join wardrobe_items i on i.id = w.item_id where i.person_id = ${person_id} order by w.id`.execute(
        ctx.db,
      )
    ).rows,
    washes: (
      await sql`select w.* from wardrobe_washes w join wardrobe_items i on i.id = w.item_id where i.person_id = ${person_id} order by w.id`.execute(
        ctx.db,
      )
    ).rows,
    saved: await wardrobe(ctx).selectFrom('wardrobe_saved').selectAll().where('person_id', '=', person_id).orderBy('saved_at').execute(),
  }),
  restore,
  erase: async (tx, person_id, scope) => {
    if (scope !== 'photos') return eraseAll(tx, person_id);
    // What was seen on photos goes with them, and no picture comes by itself any more; what the person said stays.
    await sql`update wardrobe_items set guesses = null, awaits_product_picture = false where person_id = ${person_id}`.execute(tx.db);
    return 0;
  },
};

async function eraseAll(tx: Ctx, person_id: string): Promise<number> {
  const of_items = sql`item_id in (select id from wardrobe_items where person_id = ${person_id})`;
  const deletes = [
    await sql`delete from wardrobe_wears where ${of_items}`.execute(tx.db),
    await sql`delete from wardrobe_washes where ${of_items}`.execute(tx.db),
    await sql`delete from wardrobe_items where person_id = ${person_id}`.execute(tx.db),
    await sql`delete from wardrobe_saved where person_id = ${person_id}`.execute(tx.db),
  ];
  return deletes.reduce((sum, { numAffectedRows }) => sum + Number(numAffectedRows ?? 0), 0);
}
