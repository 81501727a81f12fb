import * as z from 'zod';
import { sized_categories } from '#contract/garment-kinds.ts';

const sizing = z.enum(['women', 'men']);
const feel = z.enum(['too_small', 'slightly_small', 'perfect', 'slightly_large', 'too_large']);
const anyFeel = z.enum([...feel.options, 'too_short', 'slightly_short', 'slightly_long', 'too_long']);
const range = z.tuple([z.number(), z.number()]);

const size = z.object({
  label: z.string(),
  body: z.record(z.string(), range).optional(),
  garment: z.record(z.string(), z.number()).optional(),
});

const product = z.object({
  id: z.string().optional(),
  brand: z.string(),
  category: z.enum(sized_categories),
  gender: sizing.optional(),
  fit: z.enum(['slim', 'regular', 'relaxed', 'oversized']).optional(),
  stretch: z.enum(['none', 'some', 'high']).optional(),
  sizes: z.array(size),
  garment_basis: z.enum(['circumference', 'flat_half_width']).optional(),
});

const shopper = z.object({
  gender: sizing.optional(),
  height_cm: z.number().optional(),
  weight_kg: z.number().optional(),
  age: z.number().optional(),
  build: z.record(z.string(), z.string()).optional(),
  measurements: z.record(z.string(), z.number()).optional(),
  owned: z.array(product.extend({ size: z.string(), fits: feel })).optional(),
  history: z
    .array(
      z.object({
        tried_at: z.iso.date(),
        product,
        size_tried: z.string(),
        fit_feedback: z.object({ overall: feel.optional() }).catchall(anyFeel).optional(),
        would_keep: z.boolean().optional(),
      }),
    )
    .optional(),
});

/** One line of a case file: a shopper with some evidence, a product, and the size that is best; without an answer it is only predicted. */
export const sizeCase = z.object({
  id: z.string(),
  group: z.string(),
  asked_at: z.iso.date(),
  shopper,
  product,
  answer: z.object({ best_size: z.string(), acceptable_sizes: z.array(z.string()) }).optional(),
});
export type SizeCase = z.infer<typeof sizeCase>;
export type CaseProduct = z.infer<typeof product>;
