import * as z from 'zod';
import { id, time } from './values.ts';
import { fitFeedback } from './fit.ts';
import { garmentGuesses } from './garments.ts';
import { interactionKind } from './insight.ts';
import { outcomeKind, returnReason } from './outcomes.ts';

/** What was told of one purchase. */
const purchase = z.object({
  product_id: id,
  size: z.string(),
  outcome: outcomeKind,
  reason: returnReason.nullable(),
  fit_feedback: fitFeedback.nullable(),
  /** False for a try of this product and size by the same wearer that counts already. */
  is_counted: z.boolean(),
});

/** News that areas tell each other through the outbox; delivered at least once, in about the order they happened (a repeat comes later). */
export const events = {
  /** A size was named in a fitting for the first time; later advices of it are no news. */
  'fitting.advised': z.object({
    fitting_id: id,
    advice_id: id,
    person_id: id,
    profile_id: id,
    product_id: id,
    recommended_size: z.string(),
  }),
  'fitting.outcome': z.object({
    fitting_id: id,
    feedback_id: id,
    profile_id: id,
    product_id: id,
    advice_id: id.nullable(),
    recommended_size: z.string().nullable(),
    size_tried: z.string(),
    fit_feedback: fitFeedback,
    would_keep: z.boolean().nullable(),
  }),
  'outcome.recorded': purchase.extend({
    outcome_id: id,
    profile_id: id,
    advice_id: id.nullable(),
    recommended_size: z.string().nullable(),
    at: time,
    /** What was told of it before, so that counts can follow. */
    replaces: purchase.nullable(),
  }),
  'interaction.recorded': z.object({
    interaction_id: id,
    person_id: id,
    product_id: id,
    kind: interactionKind,
    size: z.string().nullable(),
    at: time,
  }),
  /** A photo came to its end: it can be seen, or nothing came of it. Told once for each photo and cut-out. */
  'garment.ready': z.object({
    garment_id: id,
    owner_id: id,
    stage: z.enum(['photo', 'clean']),
    state: z.enum(['ready', 'doubtful', 'failed']),
  }),
  /** What a photo tells of a garment, told after each look at it. All of it is a guess. */
  'garment.tagged': z.object({ garment_id: id, owner_id: id, guesses: garmentGuesses }),
  /** A look is there. Told once for each session. */
  'tryon.completed': z.object({
    session_id: id,
    person_id: id,
    item_ids: z.array(id),
    product_ids: z.array(id),
    renderer: z.string(),
    confidence: z.number(),
  }),
  /** A boutique's product got a picture that shows it whole, or another one. */
  'product.pictured': z.object({ product_id: id }),
  'person.merged': z.object({ from_person_id: id, to_person_id: id }),
  'person.erased': z.object({ person_id: id }),
} as const;

export type EventName = keyof typeof events;
export type EventPayload<N extends EventName> = z.infer<(typeof events)[N]>;
