import type { FitFeedback } from '#contract/fit.ts';
import { isSameLabel } from './count-evidence.ts';
import type { GarmentEvidence, HistoryEvidence, OwnedEvidence, ShopperEvidence, Sizing, ToldIn } from './evidence.ts';
import { garmentTargets, type GarmentTargets } from './garment-targets.ts';

/** A garment that was worn, and what was said of it. */
export type Worn = {
  targets: GarmentTargets;
  size_index: number;
  /** Empty when it was kept or returned without a word. */
  said: Partial<FitFeedback>;
  would_keep: boolean | null;
  age_years: number;
  is_other_kind: boolean;
  told_in: ToldIn | undefined;
  /** The very object of the evidence. */
  of: OwnedEvidence | HistoryEvidence;
};

const year_ms = 365.25 * 24 * 3600 * 1000;
/** So many say nearly everything, and time grows with the square of their number. */
const worn_max = 12;

/** Lists owned and tried garments, newest first; those whose size is not on their list tell nothing and are left out. */
export function wornGarments(evidence: ShopperEvidence, asked: GarmentTargets, { sizing, now }: { sizing: Sizing; now: Date }): Worn[] {
  const owned = evidence.owned.map((of) => ({
    of,
    garment: of.garment,
    size: of.size,
    said: { overall: of.overall },
    would_keep: null,
    at: of.at,
    told_in: of.told_in,
  }));
  const tried = evidence.history.map((of) => ({
    of,
    garment: of.garment,
    size: of.size_tried,
    said: of.fit_feedback ?? {},
    would_keep: of.would_keep ?? null,
    at: of.at,
    told_in: of.told_in,
  }));
  const listed = inOneOrder([...owned, ...tried]).flatMap((item) => {
    const size_index = item.garment.sizes.findIndex(({ label }) => isSameLabel(label, item.size));
    return size_index < 0 ? [] : [{ ...item, size_index }];
  });
  return tellingMost(listed, asked.garment.category).map(({ of, garment, size_index, said, would_keep, at, told_in }) => {
    const age_years = Math.max(0, (now.getTime() - at.getTime()) / year_ms);
    const is_other_kind = garment.category !== asked.garment.category;
    return {
      targets: garmentTargets(garment, garment.sizing ?? sizing),
      size_index,
      said,
      would_keep,
      age_years,
      is_other_kind,
      told_in,
      of,
    };
  });
}

/** Of too many, those of the asked kind of which something was said come first, then what else was said; newest first as before. */
function tellingMost<T extends Said>(items: readonly T[], category: string): T[] {
  if (items.length <= worn_max) return [...items];
  const rank = ({ garment, said }: T): number => (Object.keys(said).length === 0 ? 2 : garment.category === category ? 0 : 1);
  const chosen = new Set(items.toSorted((one, other) => rank(one) - rank(other)).slice(0, worn_max));
  return items.filter((item) => chosen.has(item));
}

type Said = {
  garment: Pick<GarmentEvidence, 'brand' | 'product_id' | 'category' | 'sizing' | 'sizes'>;
  size: string;
  said: object;
  would_keep: boolean | null;
  at: Date;
};

/** Newest first, and of one day in an order of their own: expectation propagation ends a little elsewhere by the order it begins with. */
function inOneOrder<T extends Said>(items: readonly T[]): T[] {
  const named = items.map((item) => ({ item, name: nameOf(item) }));
  const sorted = named.toSorted((a, b) => b.item.at.getTime() - a.item.at.getTime() || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return sorted.map(({ item }) => item);
}

function nameOf({ garment, size, said, would_keep }: Said): string {
  const answers = Object.entries(said).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([
    garment.product_id ?? '',
    garment.brand,
    garment.category,
    garment.sizing,
    size,
    answers,
    would_keep,
    garment.sizes,
  ]);
}
