import { readProductIfThere } from '#areas/catalog/index.ts';
import { listMyProfiles } from '#areas/people/index.ts';
import type { Product } from '#contract/catalog.ts';
import type { Notice } from '#contract/inbox.ts';
import type { Profile } from '#contract/people.ts';
import type { Ctx } from '#platform/area/context.ts';
import type { AskedRow } from './question.store.ts';

/** What the wire shows of questions to the caller. One whose product or profile is gone is left out. */
export async function showNotices(acting: Ctx, rows: readonly AskedRow[]): Promise<Notice[]> {
  if (rows.length === 0) return [];
  const profiles = await listMyProfiles(acting);
  const shown = await Promise.all(
    rows.map(async (row) => {
      const profile = profiles.find(({ id }) => id === row.profile_id);
      const product = await readProductIfThere(acting, row.product_id);
      return profile && product ? showNotice(row, product, profile) : undefined;
    }),
  );
  return shown.filter((notice) => notice !== undefined);
}

const showNotice = (row: AskedRow, product: Product, profile: Profile): Notice => ({
  id: row.id,
  kind: 'did_it_fit',
  created_at: row.asked_at,
  is_read: row.read_at !== null,
  question: {
    ...showGarment(row, product),
    session_id: row.fitting_id,
    product_id: row.product_id,
    profile_id: row.profile_id,
    profile_name: profile.is_self ? null : profile.name,
  },
});

/** The garment of a question and what was said of it; shown to whoever holds the link, too. */
export const showGarment = ({ size, answer }: AskedRow, product: Product) => ({
  brand: product.brand,
  product_name: product.product_name,
  product_image: product.product_image,
  category: product.category,
  size,
  size_options: product.size_options.map(({ label }) => label),
  answer,
});
