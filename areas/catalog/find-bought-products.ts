import type { Ctx } from '#platform/area/context.ts';
import { notFound } from '#platform/errors/app-error.ts';
import { listKnownLinks, listKnownSizes, listKnownSlugs, type KnownSizes } from './known-sizes.store.ts';
import { linkKey } from './link-key.ts';
import { ownSlugIn } from './listed-product.ts';
import { parseLink } from './parse-link.ts';

export interface BoughtProduct {
  product_id?: string | undefined;
  product_url?: string | undefined;
}

/** Gives a product that was bought, if this person may see it. Throws `request.not_found` or `catalog.bad_link`. */
export type FindBought = (bought: BoughtProduct, person_id: string | undefined) => Pick<KnownSizes, 'product_id' | 'brand' | 'labels'>;

/**
 * Finds the products of many purchases in four statements. No page is read for it: a link leads to what Toile has read
 * before. What somebody handed over is found for them alone; `person_ids` are all who will be asked for.
 */
export async function findBoughtProducts(ctx: Ctx, bought: readonly BoughtProduct[], person_ids: readonly string[]): Promise<FindBought> {
  const urls = [...new Set(bought.flatMap(({ product_url }) => product_url ?? []))];
  const slugs = urls.flatMap((url) => ownSlugIn(ctx, url) ?? []);
  const keys = urls.flatMap((url) => keyOf(url) ?? []);
  const [links, own] = [await listKnownLinks(ctx, keys, person_ids), await listKnownSlugs(ctx, slugs)];
  const ids = [...bought.flatMap(({ product_id }) => product_id ?? []), ...[...links, ...own].map((one) => one.product_id)];
  const products = new Map((await listKnownSizes(ctx, [...new Set(ids)], person_ids)).map((one) => [one.product_id, one]));
  const by_key = Map.groupBy(links, ({ link_key }) => link_key);
  const by_slug = new Map(own.map(({ slug, product_id }) => [slug, product_id]));
  const idsBehind = (url: string, person_id: string | undefined): string[] => {
    const slug = ownSlugIn(ctx, url);
    if (slug !== null) return [by_slug.get(slug) ?? []].flat();
    const known = by_key.get(linkKey(parseLink(url))) ?? [];
    return known.filter((link) => link.person_id === null || link.person_id === person_id).map(({ product_id }) => product_id);
  };
  return ({ product_id, product_url = '' }, person_id) => {
    const named = product_id === undefined ? idsBehind(product_url, person_id) : [product_id];
    const seen = named.flatMap((id) => products.get(id) ?? []).filter((one) => isSeenBy(one, person_id));
    const [newest] = seen.toSorted((a, b) => (a.read_at < b.read_at ? 1 : -1));
    if (!newest) throw notFound('product');
    return newest;
  };
}

const isSeenBy = ({ is_shared, handed_over_by }: KnownSizes, person_id: string | undefined): boolean =>
  is_shared || (person_id !== undefined && handed_over_by.includes(person_id));

/** What is no link is refused where it is asked for, by itself. */
function keyOf(url: string): string | undefined {
  try {
    return linkKey(parseLink(url));
  } catch {
    return undefined;
  }
}
