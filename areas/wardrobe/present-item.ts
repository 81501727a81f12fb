import { presentPhotos, type SeenGarment } from '#areas/garments/index.ts';
import type { Category } from '#contract/garment-kinds.ts';
import type { Item } from '#contract/wardrobe.ts';
import type { Ctx } from '#platform/area/context.ts';
import { notFound } from '#platform/errors/app-error.ts';
import { findItem } from './item.store.ts';
import { said_fields, type ItemRow, type LoggedItem } from './wardrobe-tables.ts';
import { usual_pace } from './wash-pace.ts';

/** Shows one garment of a person. Throws `request.not_found`. */
export async function showItem(ctx: Ctx, person_id: string, id: string): Promise<Item> {
  const row = await findItem(ctx, person_id, id);
  const [item] = row ? await presentItems(ctx, [row]) : [];
  if (!item) throw notFound('garment');
  return item;
}

/** Shows garments with their pictures, in the order given; one whose garment is just being deleted is left out. */
export async function presentItems(ctx: Ctx, rows: readonly LoggedItem[]): Promise<Item[]> {
  const seen = await presentPhotos(
    ctx,
    rows.map(({ id }) => id),
  );
  return rows.flatMap((row) => {
    const garment = seen.get(row.id);
    return garment ? [presentItem(row, garment)] : [];
  });
}

function presentItem(row: LoggedItem, garment: SeenGarment): Item {
  const { id, person_id, price_minor, currency, worn_count, worn_since_wash } = row;
  return {
    ...garment,
    id,
    owner_id: person_id,
    title: row.title,
    description: row.description,
    brand: row.brand,
    product: row.product_id === null ? null : { id: row.product_id, color: row.product_color },
    category: categoryOf(row),
    colors: colorsOf(row),
    sizes: row.sizes ?? [],
    ...(price_minor === null ? {} : { price_minor }),
    ...(currency === null ? {} : { currency }),
    pattern: row.pattern ?? row.guesses?.pattern.value ?? null,
    tags: row.tags ?? [],
    formality: row.formality ?? row.guesses?.formality.value ?? null,
    season: row.season ?? row.guesses?.season.value ?? [],
    // A garment's look is found under its own id.
    embedding_id: row.guesses === null ? null : id,
    guesses: row.guesses,
    edited: said_fields.filter((name) => row[name] !== null),
    bought_on: row.bought_on,
    wears_per_wash: row.wears_per_wash,
    worn_count,
    last_worn_on: row.last_worn_on,
    worn_since_wash,
    last_washed_on: row.last_washed_on,
    is_wash_due: isWashDue(row),
    cost_per_wear_minor: price_minor === null ? null : Math.round(price_minor / Math.max(1, worn_count)),
    archived_at: row.archived_at,
    archive_reason: row.archive_reason,
    created_at: row.created_at,
  };
}

/** What it is: as its owner says, else as its photo tells. */
export const categoryOf = ({ category, guesses }: ItemRow): Category | null => category ?? guesses?.category.value ?? null;
export const colorsOf = ({ colors, guesses }: ItemRow): string[] => colors ?? guesses?.colors.map(({ name }) => name) ?? [];

function isWashDue(row: LoggedItem): boolean {
  const { wears_per_wash, worn_since_wash } = row;
  const category = categoryOf(row);
  const pace = wears_per_wash ?? (category === null ? undefined : usual_pace[category]);
  return pace !== undefined && worn_since_wash >= pace;
}
