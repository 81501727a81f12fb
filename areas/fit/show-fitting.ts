import type { Product } from '#contract/catalog.ts';
import type { Fitting } from '#contract/fit.ts';
import type { Profile } from '#contract/people.ts';
import { chartInUse, garmentOf, readProduct, readProductIfThere, statedDimensions } from '#areas/catalog/index.ts';
import { actingFor, listMyProfiles, me, myProfile } from '#areas/people/index.ts';
import type { Ctx } from '#platform/area/context.ts';
import { notFound } from '#platform/errors/app-error.ts';
import { findFittingOf, findLastFeedback, listFittingsOf, type FeedbackRow, type FittingRow } from './fitting.store.ts';

/** A fitting of the caller, or of an integrator's shopper, with what came of it. Throws `request.not_found`, also when its product is gone. */
export async function readFitting(ctx: Ctx, { id, user_id }: { id: string; user_id?: string | undefined }): Promise<Fitting> {
  const { acting, row } = await goOnWith(ctx, { session_id: id, user_id });
  const [product, feedback, profile] = await Promise.all([
    readProduct(acting, row.product_id),
    findLastFeedback(acting, id),
    myProfile(acting, row.profile_id),
  ]);
  return showFitting(acting, row, { product, profile, feedback });
}

interface ListInput {
  cursor?: string | undefined;
  limit: number;
  user_id?: string | undefined;
}

/** The fittings of the caller, or of an integrator's shopper, newest first. One whose product is gone is left out. */
export async function listFittings(ctx: Ctx, { cursor, limit, user_id }: ListInput) {
  const acting = await actingFor(ctx, user_id);
  const rows = await listFittingsOf(acting, me(acting), { before: cursor, limit });
  const profiles = await listMyProfiles(acting);
  const shown = await Promise.all(
    rows.map((row) =>
      showIfThere(
        acting,
        row,
        profiles.find(({ id }) => id === row.profile_id),
      ),
    ),
  );
  return {
    fittings: shown.filter((fitting) => fitting !== undefined),
    next_cursor: rows.length === limit ? (rows.at(-1)?.id ?? null) : null,
  };
}

async function showIfThere(ctx: Ctx, row: FittingRow, profile: Profile | undefined): Promise<Fitting | undefined> {
  const [product, feedback] = await Promise.all([readProductIfThere(ctx, row.product_id), findLastFeedback(ctx, row.id)]);
  return product && profile && showFitting(ctx, row, { product, profile, feedback });
}

/** The row of a fitting, if it is the caller's; missing and somebody else's look alike. */
export async function myFitting(ctx: Ctx, id: string): Promise<FittingRow> {
  const row = await findFittingOf(ctx, me(ctx), id);
  if (!row) throw notFound('fitting');
  return row;
}

/** The ctx and row in which an integrator's shopper, or the caller, goes on with a fitting. */
export async function goOnWith(
  ctx: Ctx,
  { session_id, user_id }: { session_id: string; user_id?: string | undefined },
): Promise<{ acting: Ctx; row: FittingRow }> {
  const acting = await actingFor(ctx, user_id);
  return { acting, row: await myFitting(acting, session_id) };
}

interface Shown {
  product: Product;
  profile: Profile;
  feedback?: FeedbackRow | undefined;
}

/** What the wire shows of a fitting. The profile says whose charts count where the page does not, as for the advice. */
export async function showFitting(ctx: Ctx, row: FittingRow, { product, profile, feedback }: Shown): Promise<Fitting> {
  const [garment, size_chart] = await Promise.all([
    garmentOf(ctx, product, product.sizing ?? profile.sizing),
    chartInUse(ctx, product, profile.sizing),
  ]);
  return {
    session_id: row.id,
    product_id: row.product_id,
    profile_id: row.profile_id,
    brand: product.brand,
    product_name: product.product_name,
    product_url: product.product_url,
    product_image: product.product_image,
    category: product.category,
    size_options: product.size_options.map((size) => size.label),
    available_measurements: statedDimensions(garment),
    sizing: product.sizing ?? profile.sizing,
    size_chart,
    ...(product.price_minor === null || product.currency === null ? {} : { price_minor: product.price_minor, currency: product.currency }),
    stale: product.stale,
    quality: product.quality,
    created_at: row.created_at,
    outcome: feedback
      ? {
          size_tried: feedback.size_tried,
          fit_feedback: feedback.fit_feedback,
          would_keep: feedback.would_keep,
          created_at: feedback.created_at,
        }
      : null,
  };
}
