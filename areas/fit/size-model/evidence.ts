import type { BodyBuild } from '#contract/body-build.ts';
import type { Category, DimensionName } from '#contract/catalog.ts';
import type { BodyMeasurements, FitFeedback, SizeAdvice } from '#contract/fit.ts';

export type Sizing = 'women' | 'men';
export type FitWord = 'slim' | 'regular' | 'relaxed' | 'oversized';
export type Stretch = 'none' | 'some' | 'high';

/** One size of a garment. Girths all the way round, in cm; `body_cm` is whom it is for, `garment_cm` is the garment itself. */
export type SizeEvidence = {
  label: string;
  body_cm?: Partial<Record<DimensionName, [number, number]>> | undefined;
  garment_cm?: Partial<Record<DimensionName, number>> | undefined;
};

/** What is known of a garment: at least its kind and the labels of its sizes, in wearing order. */
export type GarmentEvidence = {
  /** Tells that a garment tried before is the very one asked about; its hidden offset is then shared. */
  product_id?: string | undefined;
  brand: string;
  category: Category;
  sizing: Sizing | null;
  fit: FitWord | null;
  stretch: Stretch | null;
  sizes: readonly SizeEvidence[];
  is_chart_estimated: boolean;
  /** How much larger than its chart others found it, cm at the main girth, and the error of that; left out when nothing is learned. */
  others_say?: OthersSay | undefined;
};

/** `tried`: how many others tried this very garment; 0 when it is known by its brand or kind alone. */
export type OthersSay = { offset_cm: number; sd_cm: number; tried: number };

/** Where the shopper told of a garment, and can correct it. */
export type ToldIn = { owned_id: string } | { session_id: string };

export type OwnedEvidence = {
  told_in?: ToldIn | undefined;
  brand: string;
  garment: GarmentEvidence;
  size: string;
  overall: FitFeedback['overall'];
  at: Date;
};

export type HistoryEvidence = {
  told_in?: ToldIn | undefined;
  garment: GarmentEvidence;
  size_tried: string;
  /** Left out when nothing was said of the fit: an order that was kept, or went back without a word. */
  fit_feedback?: Partial<FitFeedback> | undefined;
  /** Left out when the shopper was not asked. */
  would_keep?: boolean | undefined;
  at: Date;
};

/** A range that the shopper set by hand for one kind of garment, in garment cm of its regular cut; low_cm < high_cm. */
export type ZoneEvidence = { category: Category; name: DimensionName; low_cm: number; high_cm: number };

/** Everything known of the wearer; any part may be empty. */
export type ShopperEvidence = {
  sizing: Sizing | null;
  body: BodyMeasurements;
  build?: BodyBuild | undefined;
  owned: readonly OwnedEvidence[];
  history: readonly HistoryEvidence[];
  zones?: readonly ZoneEvidence[] | undefined;
};

/** The contract's advice without the ids that the use case adds. */
export type SizeModelAdvice = Omit<SizeAdvice, 'advice_id' | 'session_id'>;
