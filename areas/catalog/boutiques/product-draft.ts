import * as z from 'zod';
import { category, statedChart } from '#contract/catalog.ts';
import { colorFamily, hex } from '#contract/for-sale.ts';
import { sizing } from '#contract/people.ts';
import { line, ownSlug } from './boutique-draft.ts';

const sizes_max = 40;
const colors_max = 20;
const price_minor = z.int().min(0).max(2_147_483_647);

const draft = z.object({
  /** Slug of the boutique that sells it, in the boutique's currency. */
  boutique: ownSlug,
  slug: ownSlug,
  product_name: line(200),
  description: z.string().trim().max(4000),
  category,
  sizing: sizing.nullable(),
  fit: z.enum(['slim', 'regular', 'relaxed', 'oversized']).nullable(),
  stretch: z.enum(['none', 'some', 'high']).nullable(),
  materials: z.array(line(80)).max(20),
  price_minor,
  price_before_minor: price_minor.nullable().default(null),
  colors: z
    .array(z.object({ name: line(40), hex: hex, family: colorFamily.optional() }))
    .min(1)
    .max(colors_max),
  /** In wearing order where labels do not tell it. A size and colour that is left out is no longer sold. */
  variants: z
    .array(
      z.object({
        size: line(40),
        color: line(40),
        sku: line(80).nullable().default(null),
        price_minor: price_minor.optional(),
        on_hand: z.int().min(0).max(1_000_000),
      }),
    )
    .min(1)
    .max(sizes_max * colors_max),
  /** Whom each size is for (kind body) and what each measures itself (kind garment), in cm. */
  charts: z.array(statedChart).max(4).default([]),
});

/** What a boutique says of a product, its sizes and colours and what lies there. */
export const productDraft = draft.check(({ value, issues }) => {
  const refuse = (path: PropertyKey[], message: string): void => void issues.push({ code: 'custom', path, message, input: value });
  const colors = new Set(value.colors.map(({ name }) => name));
  if (colors.size !== value.colors.length) refuse(['colors'], 'Two colours have one name');
  for (const { name } of value.colors)
    if (!value.variants.some(({ color }) => color === name))
      refuse(['colors'], `Nothing comes in ${name}; add a variant or leave the colour out`);
  value.variants.forEach(({ color }, i) => colors.has(color) || refuse(['variants', i, 'color'], `${color} is not among the colours`));
  const keys = new Set(value.variants.map(({ size, color }) => JSON.stringify([size, color])));
  if (keys.size !== value.variants.length) refuse(['variants'], 'One size and colour stands twice');
  if (new Set(value.variants.map(({ size }) => size)).size > sizes_max) refuse(['variants'], `More than ${sizes_max} sizes`);
  if (value.price_before_minor !== null && value.price_before_minor <= lowestPrice(value))
    refuse(['price_before_minor'], 'The price before must be higher than the price');
});
export type ProductDraft = z.input<typeof productDraft>;
export type CheckedProductDraft = z.output<typeof draft>;

/** What the cheapest variant costs. */
export const lowestPrice = ({ price_minor: whole, variants }: Pick<CheckedProductDraft, 'price_minor' | 'variants'>): number =>
  Math.min(...variants.map((one) => one.price_minor ?? whole));
