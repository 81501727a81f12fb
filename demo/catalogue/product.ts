import type { GarmentCm, Recipe } from '../garments/recipe.ts';
import type { Colorway } from '../garments/palette.ts';

export type DemoSizing = 'men' | 'women';
export type DemoFit = 'slim' | 'regular' | 'relaxed' | 'oversized';
export type DemoStretch = 'none' | 'some' | 'high';
export type DemoCategory =
  | 't-shirt'
  | 'shirt'
  | 'knitwear'
  | 'jacket'
  | 'coat'
  | 'trousers'
  | 'jeans'
  | 'shorts'
  | 'dress'
  | 'skirt'
  | 'shoes'
  | 'bag'
  | 'accessory';
/** A range, cm, low and high. */
export type Range = [number, number];

/** Which body each size is for. */
export interface DemoSizeChart {
  sizing: DemoSizing;
  categories: DemoCategory[];
  sizes: { label: string; body_cm: Partial<Record<'chest' | 'waist' | 'hip', Range>> }[];
}

export interface DemoBoutique {
  slug: string;
  name: string;
  city: string;
  country: string;
  currency: 'EUR';
  about: string;
  /** Working days until it is sent. */
  ships_in_days: number;
  /** The line on its labels. */
  thread_hex: string;
  charts: DemoSizeChart[];
}

export interface DemoColor extends Colorway {
  name: string;
}

export interface DemoProduct {
  slug: string;
  boutique_slug: string;
  name: string;
  category: DemoCategory;
  sizing: DemoSizing | null;
  fit: DemoFit | null;
  stretch: DemoStretch | null;
  materials: string[];
  /** Of the cloth, g a square metre; null for shoes and bags. */
  weight_gsm: number | null;
  description: string;
  price_minor: number;
  currency: 'EUR';
  colors: DemoColor[];
  /** In wearing order, with the garment's own measurements. */
  sizes: { label: string; garment_cm: GarmentCm }[];
  stock: { size: string; color: string; on_hand: number }[];
  recipe: Recipe;
}

/** What is written down of a product; sizes, measurements and stock follow from it and its boutique's charts. */
export type DemoDraft = Omit<DemoProduct, 'boutique_slug' | 'currency' | 'sizes' | 'stock'> & {
  /** Lengths of the middle size, cm. */
  length_cm?: number;
  inseam_cm?: number;
  /** Room that a sleeve has beside the usual, cm. */
  sleeve_extra_cm?: number;
};
