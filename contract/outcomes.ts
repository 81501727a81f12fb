import * as z from 'zod';
import { fitFeedback, sizeLabel } from './fit.ts';
import { route } from './route.ts';
import { id, time } from './values.ts';

/** A thousand order lines with long links; most are a tenth of it. */
const body_max_bytes = 4 * 1024 * 1024;
/** As many order lines as a shop of some size has in a night; more come in another call. */
const bulk_max = 1000;

export const outcomeKind = z.enum(['kept', 'returned']);
export const returnReason = z.enum(['too_small', 'too_large', 'other']);

/** What nobody feels who returns something for that reason. */
const opposite: Record<z.infer<typeof returnReason>, ReadonlySet<string>> = {
  too_small: new Set(['too_large', 'slightly_large']),
  too_large: new Set(['too_small', 'slightly_small']),
  other: new Set(),
};

/** What became of one purchase. */
export const outcomeItem = z
  .object({
    external_id: z.string().trim().min(1).max(120).meta({
      description: 'Your own id of the order line. Saying it again replaces what you said, and never counts twice',
    }),
    product_id: id.optional(),
    product_url: z.string().trim().min(1).max(2000).optional().meta({ description: 'Of a product that Toile has read before' }),
    size: sizeLabel,
    outcome: outcomeKind,
    reason: returnReason.optional().meta({ description: 'Why it was returned; `other` says that it was not the size' }),
    fit_feedback: fitFeedback.optional(),
    user_id: z.string().trim().min(1).max(120).optional().meta({ description: 'With an API key: your own name for the shopper' }),
    profile_id: id.optional().meta({ description: 'Whom it was bought for, when not for the shopper themselves' }),
    at: time.optional().meta({ description: 'When it was kept or came back; now when absent' }),
  })
  .refine(({ product_id, product_url }) => product_id !== undefined || product_url !== undefined, {
    message: 'Give product_id or product_url.',
    path: ['product_id'],
  })
  .refine(({ outcome, reason }) => outcome === 'returned' || reason === undefined, {
    message: 'What was kept has no reason of return.',
    path: ['reason'],
  })
  .refine(({ reason, fit_feedback }) => reason === undefined || !opposite[reason].has(fit_feedback?.overall ?? ''), {
    message: 'The reason of the return and the feedback say the opposite.',
    path: ['fit_feedback'],
  });
export type OutcomeItem = z.infer<typeof outcomeItem>;

const verdict = z.object({
  external_id: z.string().nullable().meta({ description: 'As you gave it; null when it could not be read' }),
  status: z.enum(['saved', 'replaced', 'refused']),
  error: z
    .object({ code: z.string(), message: z.string(), fields: z.record(z.string(), z.string()).optional() })
    .optional()
    .meta({ description: 'Why it was refused; the others are kept all the same' }),
});
export type OutcomeVerdict = z.infer<typeof verdict>;

export const outcome_routes = {
  reportOutcomes: route({
    method: 'POST',
    path: '/v1/outcomes',
    area: 'fit',
    access: 'person',
    cost: 'create_session',
    scope: 'fit',
    summary: 'Say what became of purchases, up to 1000 at once; each is judged alone, and the next advice knows',
    body_max_bytes,
    body: z.object({
      outcomes: z
        // What is no outcome is refused by itself, so the door lets any object through.
        .array(z.union([outcomeItem, z.looseObject({})]))
        .min(1)
        .max(bulk_max),
    }),
    status: 200,
    response: z.object({ outcomes: z.array(verdict) }).meta({ description: 'A verdict for each, in the order given' }),
    errors: [],
  }),
} as const;
