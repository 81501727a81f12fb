// From the lead, 19:30: pages are being built against this file in another worktree. Build the server to it where it holds; change it
// where the server knows better, and list each change in your report. Delete these lines when you commit it.
import * as z from 'zod';
import { category } from './catalog.ts';
import { colorFamily, hex } from './for-sale.ts';
import { route } from './route.ts';
import { archive_reasons, patterns, picture_states, seasons } from './wardrobe-words.ts';
import { currency, cursor, done, id, priceMinor, time, withId } from './values.ts';

const area = 'wardrobe';

/** A calendar day of the shopper's own, YYYY-MM-DD. */
export const day = z.iso.date();

export const itemColor = z.object({
  name: z.string().meta({ description: 'navy, ecru: a word of ours, which clients translate' }),
  family: colorFamily,
  hex,
  lab: z.tuple([z.number(), z.number(), z.number()]).meta({ description: 'CIELAB, D65' }),
  share: z.number().min(0).max(1).meta({ description: 'Of the cloth' }),
});

/** What was guessed and not yet confirmed or changed, and how sure the guess is. */
export const itemGuess = z.object({
  field: z.enum(['category', 'colors', 'pattern', 'season', 'formality']),
  confidence: z.number().min(0).max(1),
  second: z.string().nullable().meta({ description: 'The next likeliest, where the guess is doubtful' }),
});

export const item = z.object({
  id,
  owner_id: id,
  title: z.string(),
  description: z.string().nullable(),
  brand: z.string().nullable(),
  category,
  colors: z.array(itemColor).max(3),
  sizes: z.array(z.string()),
  price_minor: priceMinor.nullable(),
  currency: currency.nullable(),
  product_id: id.nullable().meta({ description: 'The product it is, when it was added from one' }),
  image_original: z.string().nullable().meta({ description: 'Signed, short-lived addresses from the root of this server' }),
  image_clean: z.string().nullable().meta({ description: 'Transparent PNG (or WebP)' }),
  thumb: z.string().nullable().meta({ description: 'Flattened JPG' }),
  background: z.enum(['clean', 'original']).meta({ description: 'Which of the pictures its owner wants to see' }),
  background_cleaned: z.boolean(),
  picture_state: z.enum(picture_states),
  picture_progress: z.number().min(0).max(1).nullable(),
  picture_trouble: z.string().nullable().meta({ description: 'Code of what is wrong with the photo; clients have the words' }),
  picture_quality: z.number().min(0).max(1).nullable(),
  pattern: z.enum(patterns).nullable(),
  tags: z.array(z.string()),
  formality: z.number().min(0).max(1).nullable(),
  season: z.array(z.enum(seasons)),
  guesses: z.array(itemGuess),
  embedding_id: id.nullable(),
  wears: z.int(),
  last_worn_on: day.nullable(),
  cost_per_wear_minor: z.int().nullable(),
  wears_since_wash: z.int(),
  wash_after_wears: z.int().nullable().meta({ description: 'Its owner wants to wash it after so many wears' }),
  last_washed_on: day.nullable(),
  archived: z.object({ reason: z.enum(archive_reasons), at: time }).nullable(),
  created_at: time,
});
export type Item = z.infer<typeof item>;

const described = {
  title: z.string().trim().min(1).max(120),
  description: z.string().trim().max(1000).nullable(),
  brand: z.string().trim().min(1).max(80).nullable(),
  category,
  sizes: z.array(z.string().trim().min(1).max(40)).max(5),
  price_minor: priceMinor.max(100_000_000).nullable(),
  currency: currency.nullable(),
  pattern: z.enum(patterns).nullable(),
  tags: z.array(z.string().trim().min(1).max(40)).max(20),
  formality: z.number().min(0).max(1).nullable(),
  season: z.array(z.enum(seasons)).max(4),
};

export const newItem = z
  .object(described)
  .partial()
  .extend({
    background: z.enum(['clean', 'original']).default('clean'),
    photo: z
      .object({ name: z.string().max(200), bytes: z.int().min(1) })
      .optional()
      .meta({ description: 'A photo is coming: the answer says where to. Left out: an item without a picture, or with its product’s' }),
    product_id: id.optional().meta({ description: '“I own this”: everything else is taken from the product' }),
    /** The same key twice is the same item: a request that was sent again adds nothing. */
    idempotency_key: z.string().min(8).max(100).optional(),
  });

export const itemChange = z.object(described).partial().extend({
  colors: z.array(z.object({ name: z.string().max(40), hex })).max(3).optional(),
  background: z.enum(['clean', 'original']).optional(),
  wash_after_wears: z.int().min(1).max(200).nullable().optional(),
  confirmed: z.array(itemGuess.shape.field).optional().meta({ description: 'Guesses that are right as they are' }),
  archived: z.enum(archive_reasons).nullable().optional().meta({ description: 'null takes it back out of the archive' }),
});

const several = <T extends z.ZodType<string>>(one: T) =>
  z.union([one, z.array(one).max(40)]).transform((given): z.output<T>[] => [given].flat() as z.output<T>[]);

export const wardrobeQuery = z.object({
  q: z.string().trim().max(200).optional(),
  category: several(category).optional(),
  color: several(z.string().max(40)).optional().meta({ description: 'By the name of the main colour' }),
  pattern: several(z.enum(patterns)).optional(),
  season: several(z.enum(seasons)).optional(),
  shows: z.enum(['all', 'never_worn', 'to_wash', 'archived']).default('all'),
  sort: z.enum(['new', 'most_worn', 'least_worn', 'longest_unworn', 'cost_per_wear']).default('new'),
  cursor: cursor.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(60),
});

const counted = z.array(z.object({ value: z.string(), count: z.int() }));

export const wardrobe = z.object({
  items: z.array(item),
  next_cursor: cursor.nullable(),
  total: z.int(),
  /** Of all that is in the wardrobe and not archived, whatever the filters. */
  overview: z.object({
    pieces: z.int(),
    archived: z.int(),
    not_worn_this_year: z.int(),
    never_worn: z.int(),
    to_wash: z.int(),
    categories: counted,
    colors: z.array(z.object({ name: z.string(), hex, pieces: z.int() })).meta({ description: 'Main colours, most first' }),
  }),
});
export type Wardrobe = z.infer<typeof wardrobe>;

const own = { area, access: 'person', is_owned: true, errors: ['request.not_found'] } as const;

export const wardrobe_routes = {
  listWardrobe: route({ area, access: 'person', method: 'GET', path: '/v1/wardrobe', cost: 'read', summary: 'What you own', query: wardrobeQuery, status: 200, response: wardrobe, errors: [] }),
  addItem: route({
    area, access: 'person', method: 'POST', path: '/v1/items', cost: 'write', summary: 'Add something you own; the answer says where its photo goes',
    body: newItem, status: 201,
    response: z.object({ item, upload_url: z.string().nullable().meta({ description: 'Signed address for tus 1.0 (or one PUT), from the root of this server' }) }),
    errors: [],
  }),
  showItem: route({ ...own, method: 'GET', path: '/v1/items/{id}', cost: 'read', summary: 'One thing you own', params: withId, status: 200, response: item }),
  noteImageUploaded: route({ ...own, method: 'PUT', path: '/v1/items/{id}/image-uploaded', cost: 'write', summary: 'The photo is there: check it and cut it out', params: withId, status: 202, response: item }),
  renewUpload: route({ ...own, method: 'POST', path: '/v1/items/{id}/photo', cost: 'write', summary: 'Another photo of it', params: withId, body: z.object({ name: z.string().max(200), bytes: z.int().min(1) }), status: 200, response: z.object({ item, upload_url: z.string() }) }),
  cleanBackground: route({
    ...own, method: 'POST', path: '/v1/items/{id}/background-clean', cost: 'write', summary: 'Cut it out again; a mask painted by hand is obeyed',
    params: withId,
    body: z.object({
      preferred_bg_color: z.enum(['transparent', 'app-white']).default('app-white'),
      return_format: z.enum(['png', 'jpg']).default('png'),
      mask_png: z.string().max(800_000).optional().meta({ description: 'Base64 of a grey PNG of any size and the photo’s shape: 255 garment, 0 background' }),
      crop: z.object({ left: z.number().min(0).max(1), top: z.number().min(0).max(1), width: z.number().min(0.01).max(1), height: z.number().min(0.01).max(1) }).optional(),
    }),
    body_max_bytes: 1024 * 1024, status: 202, response: item,
  }),
  changeItem: route({ ...own, method: 'PATCH', path: '/v1/items/{id}', cost: 'write', summary: 'Change what is known of it; what you change is never guessed again', params: withId, body: itemChange, status: 200, response: item }),
  deleteItem: route({ ...own, method: 'DELETE', path: '/v1/items/{id}', cost: 'write', summary: 'Delete it and every byte of its pictures', params: withId, status: 200, response: done }),
  noteWorn: route({ ...own, method: 'POST', path: '/v1/items/{id}/worn', cost: 'write', summary: 'Worn on a day, once a day', params: withId, body: z.object({ on: day.optional() }), status: 200, response: item }),
  takeBackWorn: route({ ...own, method: 'DELETE', path: '/v1/items/{id}/worn/{on}', cost: 'write', summary: 'Not worn on that day after all', params: withId.extend({ on: day }), status: 200, response: item }),
  noteWashed: route({ ...own, method: 'POST', path: '/v1/items/{id}/washed', cost: 'write', summary: 'Washed on a day', params: withId, body: z.object({ on: day.optional() }), status: 200, response: item }),
  takeBackWashed: route({ ...own, method: 'DELETE', path: '/v1/items/{id}/washed/{on}', cost: 'write', summary: 'Not washed on that day after all', params: withId.extend({ on: day }), status: 200, response: item }),
  listWornDays: route({
    area, access: 'person', method: 'GET', path: '/v1/wardrobe/calendar', cost: 'read', summary: 'What was worn on which day, of one month',
    query: z.object({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/), item_id: id.optional() }), status: 200,
    response: z.object({ days: z.array(z.object({ on: day, worn: z.array(id), washed: z.array(id) })) }), errors: [],
  }),
  listSimilarItems: route({ ...own, method: 'GET', path: '/v1/items/{id}/similar', cost: 'read', summary: 'What you own that is like it, likest first', params: withId, status: 200, response: z.object({ items: z.array(item) }) }),
} as const;
