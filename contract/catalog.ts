import * as z from 'zod';
import { type Category, categories, sized_categories } from './garment-kinds.ts';
import { forSale, withIdOrSlug } from './for-sale.ts';
import { sizing } from './people.ts';
import { route } from './route.ts';
import { currency, id, listOf, pageQuery, priceMinor, time, withId } from './values.ts';

const area = 'catalog';

export { categories, type Category };
export const category = z.enum(categories);
/** A kind of garment that the body decides the size of. */
export const sizedCategory = z.enum(sized_categories, 'Only garments whose size follows the body');

/** Names of body and garment dimensions; girths first, then lengths. */
export const dimensions = ['chest', 'waist', 'hip', 'neck', 'shoulders', 'sleeves', 'length', 'inseam'] as const;
export const dimensionName = z.enum(dimensions);
export type DimensionName = z.infer<typeof dimensionName>;

/** Countries and regions whose sizes differ under one name (Google's `size_system`, and INT for letters meant for all). */
export const size_systems = ['US', 'UK', 'EU', 'IT', 'FR', 'DE', 'ES', 'JP', 'AU', 'CN', 'KR', 'BR', 'MX', 'RU', 'INT'] as const;
/** How sizes are written; `mixed` where one product has several kinds. */
export const size_notations = ['letters', 'numbers', 'waist_inseam', 'plus', 'age', 'bra', 'one_size', 'mixed'] as const;
/** Whom a cut is for beyond its sizes (Google's `size_type`). */
export const size_types = ['regular', 'petite', 'tall', 'big', 'plus', 'maternity'] as const;

const cm_range = z
  .tuple([z.number().positive(), z.number().positive()])
  .meta({ description: 'Low and high in cm; equal where one measure is given' });

/** Measures that a page states for its sizes. Bodies and garments are never mixed; girths go all round, in cm. */
export const statedChart = z.object({
  kind: z.enum(['body', 'garment']).meta({ description: 'body: whom a size is for; garment: the garment itself' }),
  unit: z.enum(['in', 'cm']).meta({ description: 'As the page gives it; the figures here are in cm' }),
  title: z.string(),
  sizes: z.array(
    z.object({
      label: z.string(),
      also: z.array(z.string()).optional().meta({ description: 'The same size in other systems' }),
      cm: z.partialRecord(dimensionName, cm_range),
    }),
  ),
});

/** What could not be read, or is doubtful, in words: shown to the shopper. */
export const qualityNote = z.object({
  code: z.enum([
    'no_price',
    'no_image',
    'no_brand',
    'unknown_category',
    'unknown_sizing',
    'estimated_size_chart',
    'no_size_chart',
    'sizes_without_chart',
    'no_sizes',
    'price_spans',
    'prices_disagree',
    'several_fits',
    'out_of_stock',
    'sizes_as_shown',
    'chart_disagrees',
  ]),
  message: z.string(),
  values: z
    .object({
      sizes: z.array(z.string()),
      fits: z.array(z.string()),
      low: z.number(),
      high: z.number(),
      currency,
      first: z.number(),
      other: z.number(),
      is_shown: z.boolean().meta({ description: 'The other price is what the page shows, and not a second statement' }),
      size: z.string(),
      name: dimensionName,
      source: z.string(),
      other_source: z.string(),
      here_cm: z.array(z.number()),
      there_cm: z.array(z.number()),
    })
    .partial()
    .optional()
    .meta({ description: 'What the message names, so that another language can say it; prices in whole units' }),
});
export type QualityNote = z.infer<typeof qualityNote>;

export const product = z.object({
  id,
  product_name: z.string(),
  brand: z.string(),
  product_url: z.string(),
  product_image: z.string().nullable(),
  product_images: z.array(z.string()).meta({ description: 'The one shown first comes first' }),
  category,
  sizing: sizing.nullable(),
  fit: z.enum(['slim', 'regular', 'relaxed', 'oversized']).nullable().meta({ description: 'As the shop says it' }),
  stretch: z.enum(['none', 'some', 'high']).nullable(),
  price_minor: priceMinor.nullable(),
  price_before_minor: priceMinor.nullable(),
  currency: currency.nullable(),
  is_available: z.boolean().nullable().meta({ description: 'Whether any of it can be bought; null when the page does not say' }),
  colors: z.array(z.string()),
  materials: z.array(z.string()),
  size_options: z.array(z.object({ label: z.string(), is_available: z.boolean().nullable() })).meta({ description: 'In wearing order' }),
  size_system: z.enum(size_systems).nullable(),
  size_notation: z.enum(size_notations).nullable(),
  size_type: z.enum(size_types).nullable(),
  charts: z.array(statedChart).meta({ description: 'Size chart and garment measurements that the page states' }),
  quality: z.array(qualityNote),
  ...forSale,
  read_at: time.meta({ description: 'When the retailer page was last read, or the boutique last changed the product' }),
  stale: z.boolean().meta({ description: 'True when the page is older than 24 h and could not be read again; never for a boutique’s own' }),
});
export type Product = z.infer<typeof product>;

const brand = z.object({
  id,
  name: z.string(),
  charts: z.array(
    z.object({
      sizing,
      categories: z.array(category),
      sizes: z.array(z.string()),
      is_estimated: z.boolean(),
    }),
  ),
});
export type Brand = z.infer<typeof brand>;

export const runKind = z.enum(['import', 'pages', 'refresh']);
export type RunKind = z.infer<typeof runKind>;

export const run = z.object({
  id,
  kind: runKind,
  wanted: z.int().meta({ description: 'Links or files that the run is made of' }),
  read: z.int(),
  loaded: z.int(),
  changed: z.int().meta({ description: 'Of the loaded: new, or different from what was kept' }),
  stale: z.int().meta({ description: 'Of the loaded: from a page older than a day' }),
  refused: z.int(),
  started_at: time,
  ended_at: time.nullable(),
});
export type Run = z.infer<typeof run>;

/** As many as are handed in at once. */
export const import_links_max = 500;

const runReport = run.extend({
  refusals: z.array(z.object({ source: z.string(), code: z.string(), reason: z.string() })).meta({ description: 'The first 200' }),
});

const refusal = z.object({
  host: z.string(),
  code: z.string(),
  count: z.int(),
  handed_over_count: z.int().meta({ description: 'Of these: pages that shoppers handed over, of which nothing else is kept' }),
  last_at: time,
  reason: z.string().nullable(),
  example_link: z.string().nullable(),
});
export type Refusal = z.infer<typeof refusal>;

/** What all routes of operators have in common. */
const operators = { area, access: 'operator', scope: 'operate' } as const;

export const catalog_routes = {
  readProduct: route({
    method: 'GET',
    path: '/v1/products/{id}',
    area,
    access: 'public',
    cost: 'read',
    scope: 'catalog:read',
    summary: 'A product: a boutique’s, by id or slug, or a retailer’s as it was last read',
    params: withIdOrSlug,
    status: 200,
    response: product,
    errors: ['request.not_found', 'catalog.product_gone'],
  }),
  listBrands: route({
    method: 'GET',
    path: '/v1/brands',
    area,
    access: 'public',
    cost: 'read',
    scope: 'catalog:read',
    summary: 'Brands whose size charts Toile knows',
    status: 200,
    response: listOf('brands', brand),
    errors: [],
  }),
  startImport: route({
    ...operators,
    method: 'POST',
    path: '/v1/operator/imports',
    cost: 'write',
    summary: 'Read products at their shops by link, one job each',
    body: z.object({ links: z.array(z.string().trim().min(1).max(2000)).min(1).max(import_links_max) }),
    body_max_bytes: 1_100_000,
    status: 202,
    response: run,
    errors: [],
  }),
  listRuns: route({
    ...operators,
    method: 'GET',
    path: '/v1/operator/runs',
    cost: 'read',
    summary: 'Imports and refreshes, newest first',
    query: pageQuery.extend({ cursor: z.uuid().optional() }),
    status: 200,
    response: listOf('runs', run),
    errors: [],
  }),
  readRun: route({
    ...operators,
    method: 'GET',
    path: '/v1/operator/runs/{id}',
    cost: 'read',
    summary: 'The report of a run, with what it refused and why',
    params: withId,
    status: 200,
    response: runReport,
    errors: ['request.not_found'],
  }),
  listRefusals: route({
    ...operators,
    method: 'GET',
    path: '/v1/operator/refusals',
    cost: 'read',
    summary: 'Pages that were refused, by host and code, the newest first',
    query: pageQuery.extend({
      cursor: z
        .string()
        .max(400)
        .regex(/^\d{4}-\d\d-\d\dT[\d:.]+Z \S+ \S+$/)
        .optional(),
    }),
    status: 200,
    response: listOf('refusals', refusal),
    errors: [],
  }),
} as const;
