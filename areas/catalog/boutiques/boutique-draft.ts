import * as z from 'zod';
import { shipsInDays, slug, wordsLanguage } from '#contract/for-sale.ts';

/** A slug that no route takes for itself and nobody takes for an id. */
export const ownSlug = slug
  .refine((text) => !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text), 'This looks like an id; choose words')
  .refine(
    (text) => !['sitemap', 'recommended', 'trending', 'new'].includes(text),
    'This word has a meaning of its own here; add one to it',
  );

/** PostgreSQL keeps no U+0000 and no half characters; lines may be several only where prose is asked for. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}]*$/u, 'One line of text');

/** What somebody says of their boutique. */
export const boutiqueDraft = z.object({
  slug: ownSlug,
  name: line(80),
  city: line(80),
  country: z.string().regex(/^[A-Z]{2}$/),
  story: z.string().trim().max(4000),
  language: wordsLanguage,
  ships_in_days: shipsInDays,
  returns_days: z.int().min(0).max(365),
  currency: z.string().regex(/^[A-Z]{3}$/),
});
export type BoutiqueDraft = z.input<typeof boutiqueDraft>;
