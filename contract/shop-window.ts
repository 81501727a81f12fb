import * as z from 'zod';
import { category } from './catalog.ts';
import { colorFamily, productCard, shipsInDays, slug, withIdOrSlug, wordsLanguage } from './for-sale.ts';
import { sizing } from './people.ts';
import { picture_widths } from './picture-widths.ts';
import { route } from './route.ts';
import { currency, id, listOf, time } from './values.ts';

/** What all routes of the shop window have in common. */
const shown = { method: 'GET', area: 'catalog', access: 'public', cost: 'browse', scope: 'catalog:read', status: 200 } as const;

export const boutique = z.object({
  id,
  slug,
  name: z.string(),
  city: z.string(),
  country: z.string().meta({ description: 'ISO 3166-1, two letters' }),
  story: z.string(),
  language: wordsLanguage,
  ships_in_days: shipsInDays,
  returns_days: z.int(),
  currency,
  products_count: z.int(),
  updated_at: time,
});
export type Boutique = z.infer<typeof boutique>;

/** Given once or several times: `?size=M&size=L`. */
const several = <T extends z.ZodType<string>>(one: T) =>
  z.union([one, z.array(one).max(40)]).transform((given): z.output<T>[] => [given].flat() as z.output<T>[]);

export const product_sorts = ['new', 'price_up', 'price_down', 'name'] as const;

export const productQuery = z.object({
  q: z.string().trim().max(200).optional().meta({ description: 'Words; each must begin a word of the product, in any order' }),
  category: several(category).optional(),
  boutique: several(slug).optional().meta({ description: 'By slug' }),
  color: several(colorFamily).optional(),
  size: several(z.string().trim().min(1).max(40))
    .optional()
    .meta({ description: 'In stock in that size, and in that colour where one is given' }),
  sizing: sizing.optional(),
  currency: currency.optional().meta({ description: 'Only products in it; where a price is given without, the one that most are in' }),
  price_min_minor: z.coerce.number().int().min(0).max(2_147_483_647).optional(),
  price_max_minor: z.coerce.number().int().min(0).max(2_147_483_647).optional(),
  sort: z
    .enum(product_sorts)
    .default('new')
    .meta({ description: 'Prices are compared within one currency; currencies come one after the other' }),
  cursor: z.string().max(600).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(24),
});
export type ProductQuery = z.output<typeof productQuery>;

const facet = z.array(
  z.object({
    value: z.string(),
    label: z.string().optional().meta({ description: 'Where the value is no word by itself: the name of a boutique' }),
    count: z.int().meta({ description: 'Products, with all other filters applied' }),
  }),
);

export const productList = z.object({
  products: z.array(productCard),
  next_cursor: z.string().nullable(),
  total: z.int(),
  facets: z.object({
    category: facet,
    boutique: facet,
    color: facet,
    size: facet,
    sizing: facet,
    price: z
      .object({ currency, min_minor: z.int(), max_minor: z.int() })
      .nullable()
      .meta({ description: 'Of what the other filters leave, in the currency that is asked for, else the one that most are in' }),
  }),
});
export type ProductList = z.infer<typeof productList>;

const sitemapEntry = z.object({ slug, updated_at: time });

export const shop_window_routes = {
  listBoutiques: route({
    ...shown,
    path: '/v1/boutiques',
    summary: 'The boutiques that sell here, by name',
    response: listOf('boutiques', boutique),
    errors: [],
  }),
  readBoutique: route({
    ...shown,
    path: '/v1/boutiques/{id}',
    summary: 'One boutique, by id or slug',
    params: withIdOrSlug,
    response: boutique,
    errors: ['request.not_found'],
  }),
  listProducts: route({
    ...shown,
    path: '/v1/products',
    summary: 'What boutiques sell: search, filters with counts, order',
    query: productQuery,
    response: productList,
    errors: ['request.invalid'],
  }),
  listProductSlugs: route({
    ...shown,
    path: '/v1/products/sitemap',
    summary: 'The address of every product on sale and when it changed, for site maps',
    query: z.object({ cursor: slug.optional(), limit: z.coerce.number().int().min(1).max(5000).default(1000) }),
    response: listOf('products', sitemapEntry),
    errors: [],
  }),
  listSimilarProducts: route({
    ...shown,
    path: '/v1/products/{id}/similar',
    summary: 'Others like it: of its kind, then whom it is for, its colours, its boutique',
    params: withIdOrSlug,
    query: z.object({ limit: z.coerce.number().int().min(1).max(24).default(8) }),
    response: listOf('products', productCard),
    errors: ['request.not_found', 'catalog.product_gone'],
  }),
  readPicture: route({
    method: 'GET',
    area: 'catalog',
    access: 'public',
    // A grid shows dozens at once, and a browser asks for each only once.
    cost: 'free',
    status: 200,
    path: '/pictures/{id}/{width}.webp',
    summary: 'A picture of a product in one of the widths; kept for good, because another picture has another id',
    media_type: 'image/webp',
    params: z.object({ id, width: z.enum(picture_widths.map(String) as [string, ...string[]]) }),
    response: z.unknown(),
    errors: ['request.not_found', 'platform.storage_unavailable', 'platform.storage_damaged'],
  }),
  readSharePicture: route({
    method: 'GET',
    area: 'catalog',
    access: 'public',
    cost: 'free',
    status: 200,
    path: '/pictures/share/{id}.jpg',
    summary: 'What networks show where the link of a product is passed on, 1200 x 630',
    media_type: 'image/jpeg',
    params: z.object({ id: slug }),
    response: z.unknown(),
    errors: ['request.not_found', 'catalog.product_gone', 'platform.storage_unavailable', 'platform.storage_damaged'],
  }),
} as const;
