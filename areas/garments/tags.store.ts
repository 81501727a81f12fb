import { sql } from 'kysely';
import type { Ctx } from '#platform/area/context.ts';
import type { GarmentsTables, TagsRow } from './garments-tables.ts';

const tags = (ctx: Ctx) => ctx.db.withTables<GarmentsTables>();

/** Puts what a look told in the place of what the last one did. */
export async function putTags(tx: Ctx, row: TagsRow): Promise<void> {
  const kept = { ...row, guesses: sql<TagsRow['guesses']>`${JSON.stringify(row.guesses)}::jsonb` };
  await tags(tx)
    .insertInto('garments_tags')
    .values(kept)
    .onConflict((conflict) => conflict.column('garment_id').doUpdateSet(kept))
    .execute();
}

export async function deleteTags(tx: Ctx, garment_ids: readonly string[]): Promise<void> {
  if (garment_ids.length > 0) await tags(tx).deleteFrom('garments_tags').where('garment_id', 'in', garment_ids).execute();
}

/** Gives where a garment lies among those that look alike; undefined until its photo was looked at. */
export const findEmbedding = (ctx: Ctx, garment_id: string): Promise<Pick<TagsRow, 'embedding' | 'network_version'> | undefined> =>
  tags(ctx).selectFrom('garments_tags').select(['embedding', 'network_version']).where('garment_id', '=', garment_id).executeTakeFirst();

/** Lists where an owner's garments lie among those that look alike. */
export const listEmbeddings = (ctx: Ctx, owner_id: string): Promise<Pick<TagsRow, 'garment_id' | 'embedding' | 'network_version'>[]> =>
  tags(ctx)
    .selectFrom('garments_tags')
    .innerJoin('garments_garments', 'garments_garments.id', 'garments_tags.garment_id')
    .select(['garment_id', 'embedding', 'network_version'])
    .where('owner_id', '=', owner_id)
    .orderBy('garment_id')
    .execute();

/** Lists photos taken in between two times that nobody has looked at: their look was lost, or fails on them. */
export const listUnseen = (ctx: Ctx, { after, before, limit }: { after: Date; before: Date; limit: number }): Promise<Unseen[]> =>
  tags(ctx)
    .selectFrom('garments_garments as g')
    .innerJoin('garments_pictures as p', (join) =>
      join.onRef('p.garment_id', '=', 'g.id').onRef('p.photo_id', '=', 'g.photo_id').on('p.kind', '=', 'original'),
    )
    .leftJoin('garments_tags as t', (join) => join.onRef('t.garment_id', '=', 'g.id').onRef('t.photo_id', '=', 'g.photo_id'))
    .select(['g.id as garment_id', 'p.photo_id'])
    .where('t.garment_id', 'is', null)
    .where('g.clean_state', '!=', 'processing')
    .where('p.created_at', '>', after.toISOString())
    .where('p.created_at', '<', before.toISOString())
    .orderBy('p.created_at')
    .limit(limit)
    .execute();
type Unseen = Pick<TagsRow, 'garment_id' | 'photo_id'>;
