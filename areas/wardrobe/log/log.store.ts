import { sql } from 'kysely';
import type { Ctx } from '#platform/area/context.ts';
import { newId } from '#platform/ids/new-id.ts';
import type { WardrobeTables } from '../wardrobe-tables.ts';

type Wear = Pick<WardrobeTables['wardrobe_wears'], 'id' | 'item_id' | 'worn_on'>;
type Wash = Pick<WardrobeTables['wardrobe_washes'], 'id' | 'item_id' | 'washed_on'>;

const wardrobe = (ctx: Ctx) => ctx.db.withTables<WardrobeTables>();

/** Notes a day on which a garment was worn; a day that is noted already is the same one. */
export const putWear = (ctx: Ctx, item_id: string, worn_on: string): Promise<Wear> =>
  wardrobe(ctx)
    .insertInto('wardrobe_wears')
    .values({ id: newId(), item_id, worn_on, noted_at: ctx.clock.now().toISOString() })
    // A change of nothing, so that the row that is there comes back.
    .onConflict((conflict) => conflict.columns(['item_id', 'worn_on']).doUpdateSet((eb) => ({ worn_on: eb.ref('excluded.worn_on') })))
    .returning(['id', 'item_id', 'worn_on'])
    .executeTakeFirstOrThrow();

export const putWash = (ctx: Ctx, item_id: string, washed_on: string): Promise<Wash> =>
  wardrobe(ctx)
    .insertInto('wardrobe_washes')
    .values({ id: newId(), item_id, washed_on, noted_at: ctx.clock.now().toISOString() })
    .onConflict((conflict) => conflict.columns(['item_id', 'washed_on']).doUpdateSet((eb) => ({ washed_on: eb.ref('excluded.washed_on') })))
    .returning(['id', 'item_id', 'washed_on'])
    .executeTakeFirstOrThrow();

/** Returns false when the garment has no such entry. */
export async function deleteEntry(ctx: Ctx, table: 'wardrobe_wears' | 'wardrobe_washes', { id, item_id }: { id: string; item_id: string }) {
  const result = await wardrobe(ctx).deleteFrom(table).where('id', '=', id).where('item_id', '=', item_id).executeTakeFirst();
  return Number(result.numDeletedRows) === 1;
}

interface Days {
  from: string;
  to: string;
}

export const listWears = async (ctx: Ctx, person_id: string, { from, to }: Days): Promise<Wear[]> =>
  (
    await sql<Wear>`
      select w.id, w.item_id, w.worn_on from wardrobe_wears w join wardrobe_items i on i.id = w.item_id
      where i.person_id = ${person_id} and w.worn_on between ${from} and ${to} order by w.worn_on, w.id
    `.execute(ctx.db)
  ).rows;

export const listWashes = async (ctx: Ctx, person_id: string, { from, to }: Days): Promise<Wash[]> =>
  (
    await sql<Wash>`
      select w.id, w.item_id, w.washed_on from wardrobe_washes w join wardrobe_items i on i.id = w.item_id
      where i.person_id = ${person_id} and w.washed_on between ${from} and ${to} order by w.washed_on, w.id
    `.execute(ctx.db)
  ).rows;
