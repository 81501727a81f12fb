import * as z from 'zod';
import { id, time } from './values.ts';
import { fitFeedback } from './fit.ts';
import { interactionKind } from './insight.ts';

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
  'interaction.recorded': z.object({
    interaction_id: id,
    person_id: id,
    product_id: id,
    kind: interactionKind,
    size: z.string().nullable(),
    at: time,
  }),
  'person.merged': z.object({ from_person_id: id, to_person_id: id }),
  'person.erased': z.object({ person_id: id }),
} as const;

export type EventName = keyof typeof events;
export type EventPayload<N extends EventName> = z.infer<(typeof events)[N]>;
