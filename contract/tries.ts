import * as z from 'zod';
import { category } from './catalog.ts';
import { fitFeedback } from './fit.ts';
import { route } from './route.ts';
import { done, id, listOf, time, withId } from './values.ts';

/** One size of one product that somebody tried, as it was told; the same size told twice stands twice. */
export const toldTry = z.object({
  id,
  session_id: id.nullable().meta({ description: 'The fitting it was said in; null: told of a purchase' }),
  product_id: id,
  brand: z.string(),
  product_name: z.string(),
  category,
  size_tried: z.string(),
  fit_feedback: fitFeedback.nullable().meta({ description: 'null: nobody said how it felt' }),
  would_keep: z.boolean().nullable().meta({ description: 'Of a purchase: whether it was kept; null: not said' }),
  at: time,
});
export type ToldTry = z.infer<typeof toldTry>;

const own = { area: 'fit', access: 'person', is_owned: true, status: 200, errors: ['request.not_found'] } as const;

export const try_routes = {
  listTries: route({
    ...own,
    method: 'GET',
    path: '/v1/profiles/{id}/tries',
    cost: 'read',
    summary: 'What was said of sizes this person tried, newest first: what advice rests on',
    params: withId,
    response: listOf('tries', toldTry),
  }),
  takeBackTry: route({
    ...own,
    method: 'DELETE',
    path: '/v1/profiles/{id}/tries/{try_id}',
    cost: 'write',
    summary: 'Take back what was said of a size; the next advice no longer knows',
    params: withId.extend({ try_id: id }),
    response: done,
  }),
} as const;
