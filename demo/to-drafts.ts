import type { BoutiqueDraft, ProductDraft } from '#areas/catalog/index.ts';
import type { DemoBoutique, DemoProduct } from './catalogue/index.ts';

const returns_days = 30;

/** Turns an invented boutique into what a boutique says of itself. */
export const boutiqueDraftOf = ({ slug, name, city, country, currency, about, ships_in_days }: DemoBoutique): BoutiqueDraft => ({
  slug,
  name,
  city,
  country,
  currency,
  story: about,
  language: 'en',
  ships_in_days,
  returns_days,
});

/** Turns an invented product into what its boutique says of it, with the boutique's size chart and the garment's measurements. */
export function productDraftOf(product: DemoProduct, boutique: DemoBoutique): ProductDraft {
  const {
    slug,
    boutique_slug,
    name: product_name,
    description,
    category,
    sizing,
    fit,
    stretch,
    materials,
    weight_gsm,
    price_minor,
    colors,
  } = product;
  return {
    boutique: boutique_slug,
    slug,
    product_name,
    description,
    category,
    sizing,
    fit,
    stretch,
    materials: weight_gsm === null ? materials : [...materials, `${weight_gsm} g/m²`],
    price_minor,
    colors: colors.map(({ name, hex }) => ({ name, hex })),
    variants: product.stock,
    charts: chartsOf(product, boutique),
  };
}

type Chart = NonNullable<ProductDraft['charts']>[number];

function chartsOf({ sizing, category, sizes }: DemoProduct, { name, charts }: DemoBoutique): Chart[] {
  const chart = charts.find((one) => one.sizing === sizing && one.categories.includes(category));
  const measured = sizes.filter(({ garment_cm }) => Object.keys(garment_cm).length > 0);
  const stated: Chart[] = [];
  if (chart)
    stated.push({
      kind: 'body',
      unit: 'cm',
      title: `Size chart of ${name}`,
      sizes: chart.sizes.map(({ label, body_cm }) => ({ label, cm: body_cm })),
    });
  if (measured.length > 0)
    stated.push({
      kind: 'garment',
      unit: 'cm',
      title: 'Measured on the garment',
      sizes: measured.map(({ label, garment_cm }) => ({ label, cm: rangesOf(garment_cm) })),
    });
  return stated;
}

const rangesOf = (cm: Record<string, number | undefined>): Chart['sizes'][number]['cm'] =>
  Object.fromEntries(Object.entries(cm).map(([name, value]) => [name, [value, value]]));
