import { field, listOf, textOf } from '../page/parse-json.ts';
import { isSizeLabel } from '../words/order-sizes.ts';
import { shortLabel } from '../words/size-label.ts';
import type { RawSize } from './raw-product.ts';
import { inStock, offersOf } from './schema-org-offers.ts';

/** What schema.org nodes tell of the sizes they sell. */
export interface NamedSizes {
  sizes: RawSize[];
  size_system: string | null;
  size_type: string | null;
}

/**
 * Lists sizes by name, each available when any variant of it is; null when the shop does not say. A variant names its size
 * as `size`, as a property of that name, or at the end of its own name behind the group's ("Shirt - M / Navy"); some shops
 * only name it in the offer.
 */
export function sizesOfVariants(product: object, variants: readonly unknown[]): NamedSizes {
  const tally = new Map<string, boolean | null>();
  const at = partOfName(product, variants);
  for (const variant of variants) {
    const is_available = inStock(offersOf(variant));
    for (const label of labelsOf(variant, at)) {
      const short = shortLabel(label);
      tally.set(short, tally.get(short) === true || is_available === true ? true : (is_available ?? tally.get(short) ?? null));
    }
  }
  const sizes = [...tally].map(([label, is_available]) => ({ label, is_available }));
  const specified = variants.flatMap((variant) => listOf(field(variant, 'size')));
  return {
    sizes: sizes.length > 0 ? sizes : sizesOfOffers(variants.flatMap(offersOf)),
    size_system: specified.map((one) => nameOf(field(one, 'sizeSystem'))).find((one) => one !== null) ?? null,
    size_type: specified.map((one) => nameOf(listOf(field(one, 'sizeGroup'))[0])).find((one) => one !== null) ?? null,
  };
}

const nameOf = (value: unknown): string | null => textOf(value) ?? textOf(field(value, '@id')) ?? textOf(field(value, 'name'));

interface PlaceInName {
  /** What all variants' names begin with. */
  prefix: string;
  /** Which of the parts behind it is the size. */
  index: number;
}

function labelsOf(variant: unknown, at: PlaceInName | null): string[] {
  const sizes = listOf(field(variant, 'size')).flatMap(
    (size) => textOf(size) ?? textOf(field(size, 'name')) ?? textOf(field(size, 'value')) ?? numberText(size),
  );
  const named = sizes.length > 0 ? sizes : sizeProperties(variant);
  if (named.length > 0) return named.flatMap(apart);
  const part = at && partsBehind(textOf(field(variant, 'name')) ?? '', at.prefix)[at.index];
  return part ? [part] : [];
}

const numberText = (value: unknown): string[] => (typeof value === 'number' ? [String(value)] : []);

/** `additionalProperty: {name: "Size", value: "M"}`. */
function sizeProperties(variant: unknown): string[] {
  const properties = listOf(field(variant, 'additionalProperty'));
  return properties
    .filter((one) =>
      /^(?:pa_|attribute_(?:pa_)?)?(?:size|taille|größe|talla|taglia)$/i.test(
        textOf(field(one, 'name')) ?? textOf(field(one, 'propertyID')) ?? '',
      ),
    )
    .flatMap((one) => textOf(field(one, 'value')) ?? numberText(field(one, 'value')));
}

/** `S, M, L` in one text is three sizes; `32/34` stays one. */
function apart(text: string): string[] {
  const parts = text.split(/\s*[,;|]\s*/).filter(Boolean);
  return parts.length > 1 && parts.every(isSizeLabel) ? parts : [text];
}

/** Variants that share the beginning of their names differ by what follows; the part that is a size in all of them is the size. */
function partOfName(product: object, variants: readonly unknown[]): PlaceInName | null {
  const names = variants.flatMap((variant) => textOf(field(variant, 'name')) ?? []);
  const prefix = textOf(field(product, 'name'))?.trim() ?? '';
  if (prefix === '' || names.length < 2 || new Set(names).size < 2 || !names.every((name) => name.startsWith(prefix))) return null;
  const parts = names.map((name) => partsBehind(name, prefix));
  const index = parts[0]!.findIndex((_part, i) => parts.every((one) => one[i] !== undefined && isSizeLabel(one[i])));
  return index < 0 ? null : { prefix, index };
}

const partsBehind = (name: string, prefix: string): string[] =>
  name
    .slice(prefix.length)
    .replace(/^[\s–—\-:,|(]+/, '')
    .replace(/\)$/, '')
    .split(/\s+[/|,–-]\s+|,\s+/)
    .map((part) => part.trim())
    .filter(Boolean);

/** Some shops name each size in its offer only (Reiss), or in what is offered. Names that are no sizes are something else. */
function sizesOfOffers(offers: readonly unknown[]): RawSize[] {
  const named = offers.flatMap((offer) => {
    const label = textOf(field(field(offer, 'itemOffered'), 'size')) ?? textOf(field(offer, 'size')) ?? textOf(field(offer, 'name'));
    return label === null ? [] : [{ label: shortLabel(label), is_available: inStock([offer]) }];
  });
  return named.length > 1 && named.every(({ label }) => isSizeLabel(label)) ? named : [];
}
