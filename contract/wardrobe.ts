import * as z from 'zod';
import { category } from './catalog.ts';
import { backgroundColor, garmentGuesses, photo, photo_bytes_max, returnFormat, season } from './garments.ts';
import { productCard } from './for-sale.ts';
import { route } from './route.ts';
import { currency, done, id, listOf, pageQuery, priceMinor, time, withId } from './values.ts';

const area = 'wardrobe';

/** Why something is no longer worn. */
export const archive_reasons = ['sold', 'given_away', 'worn_out', 'does_not_fit', 'not_my_style', 'stored', 'other'] as const;
export const archiveReason = z.enum(archive_reasons);
export type ArchiveReason = z.infer<typeof archiveReason>;

/** Nobody wears what is older; and a calendar of all years would be some millions of days. */
const first_day = '1900-01-01';
const day = z.iso
  .date()
  .refine((named) => named >= first_day, `Name a day from ${first_day} on.`)
  .meta({ description: 'A day as it is where the person is, from 1900 on: 2026-05-01' });
const word = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^\P{Cc}*$/u, 'Write words, without line breaks.');
/** Each word once, however it is written. */
const words = (most: number) =>
  z
    .array(word)
    .max(most)
    .overwrite((all) => all.filter((one, i) => all.findIndex((other) => other.toLowerCase() === one.toLowerCase()) === i));

/** What a person says of a garment. All of it may stay unsaid. */
const said = {
  title: z.string().trim().min(1).max(120),
  description: z.string().trim().max(1000),
  brand: z.string().trim().min(1).max(80),
  category,
  colors: words(8).meta({ description: 'Names of colours, the main one first' }),
  sizes: words(8),
  price_minor: priceMinor.max(1_000_000_000),
  currency,
  pattern: word,
  tags: words(30),
  formality: z.number().min(0).max(1).meta({ description: '0 for the sofa, 1 for a gala' }),
  season: z.array(season).max(4),
  bought_on: day,
  wears_per_wash: z.int().min(0).max(100).meta({ description: 'How often it is worn before it is washed; 0: as is usual for its kind' }),
};

const itemDraft = z.object({
  ...z.object(said).partial().shape,
  client_id: z.uuid().optional().meta({ description: 'Your own id of this garment: sent again, the same garment is given back' }),
  product_id: id.optional().meta({
    description:
      'A product that this is one of: what its shop says of it and its picture come along, where you say nothing yourself; the same product and colour again is the same garment',
  }),
  product_color: word.optional().meta({ description: 'Which of the product’s colours; left out: its first' }),
  image_bytes: z
    .int()
    .min(1)
    .max(photo_bytes_max)
    .optional()
    .meta({ description: 'How large the photo will be, so that a broken upload is known as such' }),
});
/** What is not given stays as it is; null takes back what was said, so that what Toile sees in the photo shows again. */
const itemChange = z.object({
  title: said.title.nullable().optional(),
  description: said.description.nullable().optional(),
  brand: said.brand.nullable().optional(),
  category: said.category.nullable().optional(),
  colors: said.colors.nullable().optional(),
  sizes: said.sizes.nullable().optional(),
  price_minor: said.price_minor.nullable().optional(),
  currency: said.currency.nullable().optional(),
  pattern: said.pattern.nullable().optional(),
  tags: said.tags.nullable().optional(),
  formality: said.formality.nullable().optional(),
  season: said.season.nullable().optional(),
  bought_on: said.bought_on.nullable().optional(),
  wears_per_wash: said.wears_per_wash.nullable().optional(),
  archive_reason: archiveReason.nullable().optional().meta({ description: 'Puts it away, and says why; null takes it out again' }),
});

const pictureUrl = z
  .string()
  .nullable()
  .meta({ description: 'Signed; works without a sign-in and ends within two hours. Ask for the item again' });

export const item = z.object({
  id,
  owner_id: id,
  title: z.string().nullable(),
  description: z.string().nullable(),
  brand: z.string().nullable(),
  product: z
    .object({ id, color: z.string().nullable() })
    .nullable()
    .meta({ description: 'Which product it is, when it was added from one' }),
  category: category.nullable(),
  colors: z.array(z.string()),
  sizes: z.array(z.string()),
  price_minor: priceMinor.optional(),
  currency: currency.optional(),
  image_original: pictureUrl,
  image_clean: pictureUrl,
  thumb: pictureUrl,
  background_cleaned: z.boolean(),
  photo,
  pattern: z.string().nullable(),
  tags: z.array(z.string()),
  formality: z.number().nullable(),
  season: z.array(season),
  embedding_id: id.nullable(),
  guesses: garmentGuesses.nullable().meta({ description: 'What its photo tells; it fills in what the person did not say themselves' }),
  edited: z.array(z.string()).meta({ description: 'Names of what the person said themselves; no guess ever replaces it' }),
  bought_on: day.nullable(),
  wears_per_wash: z.int().nullable(),
  worn_count: z.int(),
  last_worn_on: day.nullable(),
  worn_since_wash: z.int(),
  last_washed_on: day.nullable(),
  is_wash_due: z.boolean(),
  cost_per_wear_minor: priceMinor
    .nullable()
    .meta({ description: 'Price by times worn; null without a price. Never worn: the whole price' }),
  archived_at: time.nullable(),
  archive_reason: archiveReason.nullable(),
  created_at: time,
});
export type Item = z.infer<typeof item>;
export type ItemDraft = z.output<typeof itemDraft>;
export type ItemChange = z.output<typeof itemChange>;

export const wear = z.object({ id, item_id: id, worn_on: day });
export const wash = z.object({ id, item_id: id, washed_on: day });
const made = z.object({
  item,
  upload_url: z
    .string()
    .nullable()
    .meta({ description: 'Where the photo goes, from the root: tus 1.0.0, or PUT; ends after a day. null: it is there already' }),
  is_new: z.boolean().meta({ description: 'False when it was there before' }),
});

const words_sought = z.string().trim().min(1).max(80).optional();
const wardrobeQuery = pageQuery.extend({
  cursor: z.uuid().optional(),
  shelf: z.enum(['worn', 'archived', 'all']).default('worn').meta({ description: 'worn: what is not put away' }),
  category: category.optional(),
  color: word.optional(),
  season: season.optional(),
  is_never_worn: z.literal('true').optional().meta({ description: 'Of what has been here for a month, as in the figures' }),
  is_wash_due: z.literal('true').optional(),
  product_id: z.uuid().optional().meta({ description: 'What is one of a product' }),
  q: words_sought.meta({ description: 'Words, all of which stand in title, description, brand, tags, kind, colours or pattern' }),
  q_codes: words_sought.meta({
    description: 'The same words, with kinds and colours as Toile calls them: `navy` for marine. Either finds',
  }),
});
export type WardrobeQuery = z.output<typeof wardrobeQuery>;

/** A mask of 1024 x 1024 with a ragged outline is 60 kB as a PNG; this is ten times that. */
const mask_chars_max = 800_000;

const mine = { area, access: 'person', cost: 'upload' } as const;
const own = { ...mine, is_owned: true, params: withId } as const;

export const wardrobe_routes = {
  addItem: route({
    ...mine,
    method: 'POST',
    path: '/v1/items',
    summary:
      'Add a garment you own; its photo goes to `upload_url`, then say so at `image-uploaded`. Of a boutique’s product it has the picture already',
    body: itemDraft,
    status: 201,
    response: made,
    errors: ['wardrobe.full', 'request.not_found', 'platform.storage_unavailable', 'platform.storage_damaged'],
  }),
  readItem: route({
    ...own,
    method: 'GET',
    path: '/v1/items/{id}',
    summary: 'A garment you own',
    status: 200,
    response: item,
    errors: ['request.not_found'],
  }),
  changeItem: route({
    ...own,
    method: 'PATCH',
    path: '/v1/items/{id}',
    summary: 'Say what a garment is, put it away or take it out; null takes back what was said',
    body: itemChange,
    status: 200,
    response: item,
    errors: ['request.not_found'],
  }),
  removeItem: route({
    ...own,
    method: 'DELETE',
    path: '/v1/items/{id}',
    summary: 'Delete a garment with its photos and everything made from them, now',
    status: 200,
    response: done,
    errors: ['request.not_found'],
  }),
  replacePhoto: route({
    ...own,
    method: 'POST',
    path: '/v1/items/{id}/photo',
    summary:
      'Ask where another photo of a garment goes, or the same one again when its upload was lost; the old one stays until the new one is there',
    body: z.object({ image_bytes: itemDraft.shape.image_bytes }),
    status: 201,
    response: made,
    errors: ['request.not_found'],
  }),
  noteImageUploaded: route({
    ...own,
    method: 'PUT',
    path: '/v1/items/{id}/image-uploaded',
    summary: 'Say that the photo is there; again changes nothing. What comes of it is told in `photo`, on the inbox and live',
    body: z.object({
      background: z
        .enum(['clean', 'original'])
        .optional()
        .meta({ description: 'Left out: as your preferences say; `ask` keeps it as it is' }),
    }),
    status: 202,
    response: item,
    errors: [
      'request.not_found',
      'garments.photo_unfinished',
      'garments.not_a_picture',
      'garments.heic',
      'upload.ended',
      'platform.storage_unavailable',
      'platform.storage_damaged',
    ],
  }),
  cleanBackground: route({
    ...own,
    method: 'POST',
    path: '/v1/items/{id}/background-clean',
    summary: 'Have the background taken away; the original stays',
    body: z.object({
      preferred_bg_color: backgroundColor.default('transparent'),
      return_format: returnFormat.optional(),
      mask_png: z
        .base64()
        .max(mask_chars_max)
        .optional()
        .meta({ description: 'What you painted: a PNG of the photo’s shape, at most 1024 px a side, light where the garment is' }),
    }),
    body_max_bytes: mask_chars_max + 1024,
    status: 202,
    response: item,
    errors: ['request.not_found', 'garments.no_photo', 'garments.bad_mask'],
  }),
  keepOriginal: route({
    ...own,
    method: 'DELETE',
    path: '/v1/items/{id}/background-clean',
    summary: 'Show the photo as it was taken again; a cut-out that is being made is dropped',
    status: 200,
    response: item,
    errors: ['request.not_found', 'garments.no_photo', 'platform.storage_unavailable', 'platform.storage_damaged'],
  }),
  listSimilarItems: route({
    ...own,
    method: 'GET',
    path: '/v1/items/{id}/similar',
    summary: 'What you own that looks like it, likest first; empty until its photo was looked at',
    status: 200,
    response: z.object({ items: z.array(item) }),
    errors: ['request.not_found'],
  }),
  listProductsLike: route({
    ...own,
    method: 'GET',
    path: '/v1/items/{id}/similar-products',
    summary: 'What boutiques sell that looks like it, likest first; empty until its photo was looked at',
    status: 200,
    response: z.object({ products: z.array(productCard) }),
    errors: ['request.not_found'],
  }),
  noteWorn: route({
    ...own,
    method: 'POST',
    path: '/v1/items/{id}/worn',
    summary: 'Note that it was worn, today or on another day; twice a day counts once',
    body: z.object({ worn_on: day.optional() }),
    status: 201,
    response: z.object({ wear, item }),
    errors: ['request.not_found'],
  }),
  undoWorn: route({
    ...own,
    method: 'DELETE',
    path: '/v1/items/{id}/worn/{log_id}',
    summary: 'Take back that it was worn',
    params: z.object({ id, log_id: id }),
    status: 200,
    response: item,
    errors: ['request.not_found'],
  }),
  noteWashed: route({
    ...own,
    method: 'POST',
    path: '/v1/items/{id}/washed',
    summary: 'Note that it was washed; its wears since then count anew',
    body: z.object({ washed_on: day.optional() }),
    status: 201,
    response: z.object({ wash, item }),
    errors: ['request.not_found'],
  }),
  undoWashed: route({
    ...own,
    method: 'DELETE',
    path: '/v1/items/{id}/washed/{log_id}',
    summary: 'Take back that it was washed',
    params: z.object({ id, log_id: id }),
    status: 200,
    response: item,
    errors: ['request.not_found'],
  }),
  listWardrobe: route({
    ...mine,
    method: 'GET',
    path: '/v1/wardrobe',
    summary: 'What you own, newest first',
    query: wardrobeQuery,
    status: 200,
    response: listOf('items', item),
    errors: [],
  }),
  readWearCalendar: route({
    ...mine,
    method: 'GET',
    path: '/v1/wardrobe/calendar',
    summary: 'What was worn on which day',
    query: z.object({ from: day, to: day }),
    status: 200,
    response: z.object({ wears: z.array(wear), washes: z.array(wash) }),
    errors: [],
  }),
  readWardrobeFigures: route({
    ...mine,
    method: 'GET',
    path: '/v1/wardrobe/figures',
    summary: 'How many you own, what you never wear, which colours, what a wear costs',
    status: 200,
    response: z.object({
      items: z.int(),
      archived: z.int(),
      never_worn: z.int().meta({ description: 'Of what is not put away and has been here for a month' }),
      wash_due: z.int(),
      colors: z.array(z.object({ name: z.string(), count: z.int() })),
      categories: z.array(z.object({ category: category.nullable(), count: z.int() })),
      costs: z.array(z.object({ currency, price_minor: priceMinor, worn_count: z.int(), cost_per_wear_minor: priceMinor })),
    }),
    errors: [],
  }),
  followWardrobe: route({
    ...mine,
    method: 'GET',
    path: '/v1/wardrobe/events',
    summary:
      'Hear how photos get on (server-sent events): `photo` {item_id, state, clean_state}, `again` when the list should be read anew',
    status: 200,
    media_type: 'text/event-stream',
    response: z.unknown(),
    errors: [],
  }),
} as const;
