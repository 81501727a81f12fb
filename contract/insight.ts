import * as z from 'zod';
import { route } from './route.ts';
import { done, id } from './values.ts';

/** What people do with products. The web tells the first ones; the others follow from what happens in Toile itself. */
export const told_kinds = ['view', 'save', 'unsave', 'like', 'dislike', 'share'] as const;
export const interaction_kinds = [...told_kinds, 'fitting', 'try_on', 'bag', 'purchase', 'return'] as const;
export const interactionKind = z.enum(interaction_kinds);
export type InteractionKind = z.infer<typeof interactionKind>;

export const insight_routes = {
  recordInteraction: route({
    method: 'POST',
    path: '/v1/interactions',
    area: 'insight',
    access: 'person',
    cost: 'write',
    summary: 'Note that somebody looked at a product, saved it…; the same within a minute counts once',
    body: z.object({
      kind: z.enum(told_kinds),
      product_id: id,
      size: z.string().trim().min(1).max(40).optional(),
      context: z
        .string()
        .max(60)
        .regex(/^[a-z0-9_:-]+$/)
        .optional()
        .meta({ description: 'Where: home, search, similar, product…' }),
    }),
    status: 200,
    response: done,
    errors: ['request.not_found', 'catalog.product_gone'],
  }),
} as const;
