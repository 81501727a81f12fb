import * as z from 'zod';

/** Every field may be missing or of another kind next season: what cannot be read is left out, the rest still counts. */
const text = z.string().optional().catch(undefined);
const texts = z.array(z.string().catch('')).catch([]);
const money = z.object({ amount: z.number() }).optional().catch(undefined);
const texts_by_name = z.record(z.string(), z.string().catch('')).catch({});

/** One cut of one design, in all its colours. */
export const jcrewDetails = z.object({
  productCode: text,
  /** The code of this very cut; `productCode` is that of the cut the link names. */
  variationProductCode: text,
  productName: text,
  /** Empty for J.Crew's own. */
  brand: text,
  gender: text,
  url: text,
  listPrice: money,
  sizesList: texts,
  sizesIdMap: texts_by_name,
  skus: z
    .record(
      z.string(),
      z
        .object({
          colorCode: text,
          colorName: text,
          size: text,
          orderable: z.boolean().optional().catch(undefined),
          price: money,
        })
        .catch({} as never),
    )
    .catch({}),
  colorsList: z.array(z.object({ colors: z.array(z.object({ name: text, code: text })).catch([]) }).catch({ colors: [] })).catch([]),
  selectedColorCode: text,
  defaultColorCode: text,
  productDescriptionTech: texts,
  productDescriptionFit: texts,
  styleStretch: text,
  fit: text,
  variations: z.array(z.object({ label: text, productCode: text }).catch({} as never)).catch([]),
});
export type JcrewDetails = z.infer<typeof jcrewDetails>;
