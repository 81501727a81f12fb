import * as z from 'zod';
import { productCard } from './for-sale.ts';
import { route } from './route.ts';
import { tryOnSession } from './tryon.ts';
import { done, id, listOf, pageQuery, time } from './values.ts';

export const savedKind = z.enum(['product', 'look', 'outfit']);
export type SavedKind = z.infer<typeof savedKind>;
const savedThing = z.object({ kind: savedKind, id });
const saved = savedThing.extend({ saved_at: time });
const savedLook = tryOnSession
  .pick({ render_url: true, items: true, boutique: true, confidence: true })
  .meta({ description: 'A look of yours; its id is the try-on’s' });
export type SavedLook = z.infer<typeof savedLook>;
const shownSaved = saved.extend({
  product: productCard.nullable().meta({ description: 'What a boutique sells; null for anything else, and for what is no longer sold' }),
  look: savedLook.nullable().meta({ description: 'The look, where it is one' }),
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
    summary: 'Put something aside for later; again changes nothing. A look is kept beyond its day',
    body: savedThing,
    status: 201,
    response: saved,
    errors: ['wardrobe.too_many_saved', 'request.not_found', 'tryon.session_expired', 'tryon.no_look'],
  }),
  unsaveThing: route({
    ...mine,
    method: 'DELETE',
    path: '/v1/saved',
    summary: 'Take something off that list; again changes nothing. A look is then deleted a day from now',
    query: savedThing,
    status: 200,
    response: done,
    errors: [],
  }),
} as const;
