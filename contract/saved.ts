import * as z from 'zod';
import { productCard } from './for-sale.ts';
import { route } from './route.ts';
import { done, id, listOf, pageQuery, time } from './values.ts';

export const savedKind = z.enum(['product', 'look', 'outfit']);
export type SavedKind = z.infer<typeof savedKind>;
const savedThing = z.object({ kind: savedKind, id });
const saved = savedThing.extend({ saved_at: time });
const shownSaved = saved.extend({
  product: productCard.nullable().meta({ description: 'What a boutique sells; null for anything else, and for what is no longer sold' }),
});
export type SavedThing = z.infer<typeof shownSaved>;

const mine = { area: 'wardrobe', access: 'person', cost: 'upload' } as const;

export const saved_routes = {
  listSaved: route({
    ...mine,
    method: 'GET',
    path: '/v1/saved',
    summary: 'What you put aside for later, newest first',
    query: pageQuery.extend({
      kind: savedKind.optional(),
      id: id.optional().meta({ description: 'This one alone: whether it is saved' }),
    }),
    status: 200,
    response: listOf('saved', shownSaved),
    errors: [],
  }),
  saveThing: route({
    ...mine,
    method: 'POST',
    path: '/v1/saved',
    summary: 'Put something aside for later; again changes nothing',
    body: savedThing,
    status: 201,
    response: saved,
    errors: ['wardrobe.too_many_saved'],
  }),
  unsaveThing: route({
    ...mine,
    method: 'DELETE',
    path: '/v1/saved',
    summary: 'Take something off that list; again changes nothing',
    query: savedThing,
    status: 200,
    response: done,
    errors: [],
  }),
} as const;
