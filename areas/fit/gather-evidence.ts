import { chartRow, chartsFor, findSizeChart, garmentOf, readProductForFitting, readProductIfThere } from '#areas/catalog/index.ts';
import type { Profile } from '#contract/people.ts';
import type { Ctx } from '#platform/area/context.ts';
import { findBuild } from './body-build.store.ts';
import { listTries } from './list-tries.ts';
import { findMeasurements } from './measurements.store.ts';
import { listOwned, type OwnedRow } from './owned-garment.store.ts';
import { listZones } from './fit-zone.store.ts';
import type { GarmentEvidence, ShopperEvidence, SizeEvidence } from './size-model/evidence.ts';

/** Collects all that a profile told us, in the form that the size model reads. */
export async function gatherEvidence(ctx: Ctx, profile: Profile): Promise<ShopperEvidence> {
  const [body, build, owned, history, zones] = await Promise.all([
    findMeasurements(ctx, profile.id),
    findBuild(ctx, profile.id),
    listOwned(ctx, profile.id),
    listTries(ctx, profile.id),
    listZones(ctx, profile.id),
  ]);
  const garments = await readEach(
    ctx,
    history.map((row) => row.product_id),
    profile,
  );
  return {
    sizing: profile.sizing,
    body,
    build,
    zones: zones.map(({ kind, name, low_cm, high_cm }) => ({ category: kind, name, low_cm, high_cm })),
    owned: await Promise.all(
      owned.map(async (row) => ({
        brand: row.brand,
        garment: await ownedGarment(ctx, row, profile),
        size: row.size,
        overall: row.overall,
        told_in: { owned_id: row.id },
        at: new Date(row.created_at),
      })),
    ),
    history: history.flatMap(({ product_id, size_tried, fit_feedback, would_keep, at, session_id }) => {
      const garment = garments.get(product_id);
      return garment
        ? [
            {
              garment,
              size_tried,
              fit_feedback,
              would_keep: would_keep ?? undefined,
              at: new Date(at),
              told_in: session_id === null ? undefined : { session_id },
            },
          ]
        : [];
    }),
  };
}

/** A product as the size model reads it; the profile says whose charts count where the page does not. */
export async function readGarment(ctx: Ctx, product_id: string, { sizing }: Pick<Profile, 'sizing'>): Promise<GarmentEvidence> {
  const { garment } = await readProductForFitting(ctx, product_id, { sizing });
  return { product_id, ...garment };
}

async function readEach(ctx: Ctx, ids: readonly string[], profile: Profile): Promise<Map<string, GarmentEvidence>> {
  const unique = [...new Set(ids)];
  const garments = await Promise.all(unique.map((id) => readGarmentIfThere(ctx, id, profile)));
  return new Map(garments.flatMap((garment) => (garment ? [[garment.product_id, garment]] : [])));
}

async function readGarmentIfThere(
  ctx: Ctx,
  product_id: string,
  { sizing }: Profile,
): Promise<(GarmentEvidence & { product_id: string }) | undefined> {
  const product = await readProductIfThere(ctx, product_id);
  return product && { product_id, ...(await garmentOf(ctx, product, product.sizing ?? sizing)) };
}

/** A garment at home: its brand's chart when we know it, and its own measurements for the size it is. */
async function ownedGarment(ctx: Ctx, { brand, category, size, sizing, garment_cm }: OwnedRow, profile: Profile): Promise<GarmentEvidence> {
  const known_sizing = sizing ?? profile.sizing;
  const chart = findSizeChart({ brand, sizing: known_sizing, category, labels: [size] }, await chartsFor(ctx, brand));
  const body_cm = chart && chartRow(chart, size);
  const own: SizeEvidence = { label: size, ...(body_cm ? { body_cm } : {}), ...(garment_cm ? { garment_cm } : {}) };
  return {
    brand,
    category,
    sizing: known_sizing,
    fit: null,
    stretch: null,
    sizes: [own],
    is_chart_estimated: chart?.is_estimated ?? true,
  };
}
