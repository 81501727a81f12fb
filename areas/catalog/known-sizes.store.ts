import { sql } from 'kysely';
import type { Ctx } from '#platform/area/context.ts';

/** A product as far as purchases need it, whoever may see it. */
export interface KnownSizes {
  product_id: string;
  brand: string;
  labels: string[];
  read_at: string;
  is_shared: boolean;
  /** Of those asked about, who handed it over. */
  handed_over_by: string[];
}

/** A link as it was remembered; `person_id` null: for everybody. */
export interface KnownLink {
  link_key: string;
  product_id: string;
  person_id: string | null;
}

/** Reads many products at once, gone ones too. */
export async function listKnownSizes(ctx: Ctx, product_ids: readonly string[], person_ids: readonly string[]): Promise<KnownSizes[]> {
  const { rows } = await sql<KnownSizes>`
    select p.id as product_id, p.brand, p.read_at, p.content_key = '' as is_shared,
      array(select o ->> 'label' from jsonb_array_elements(p.size_options) o) as labels,
      array(select h.person_id::text from catalog_handed_over h where h.product_id = p.id and h.person_id = any(${person_ids}::uuid[])) as handed_over_by
    from catalog_products p where p.id = any(${product_ids}::uuid[])
  `.execute(ctx.db);
  return rows;
}

/** Reads where many links lead, for everybody and for some people. */
export async function listKnownLinks(ctx: Ctx, link_keys: readonly string[], person_ids: readonly string[]): Promise<KnownLink[]> {
  const { rows } = await sql<KnownLink>`
    select link_key, product_id, null as person_id from catalog_links where link_key = any(${link_keys})
    union all
    select link_key, product_id, person_id from catalog_handed_over
    where link_key = any(${link_keys}) and person_id = any(${person_ids}::uuid[])
  `.execute(ctx.db);
  return rows;
}

/** Reads which of our own products many slugs name. */
export async function listKnownSlugs(ctx: Ctx, slugs: readonly string[]): Promise<{ slug: string; product_id: string }[]> {
  const { rows } = await sql<{ slug: string; product_id: string }>`
    select slug, product_id from catalog_listings where slug = any(${slugs})
  `.execute(ctx.db);
  return rows;
}
