import type { Category, Product } from '#contract/catalog.ts';

interface Cloth {
  materials: string[];
  stretch: Product['stretch'];
}

const materials_max = 20;
/** From here on elastane makes a cloth that gives at every seam (activewear, jeggings). */
const much_elastane = 8;
/** Woven kinds: without elastane they do not give. Knits do, so nothing is concluded for them. */
const woven: readonly Category[] = ['shirt', 'trousers', 'jeans', 'shorts', 'jacket', 'coat', 'skirt'];

/** Reads what a garment is made of and whether it stretches; null where the page does not let one know. */
export function readCloth(texts: readonly string[], category: Category): Cloth {
  const fibres = texts.flatMap(fibresOf);
  const materials = [...new Set(fibres.map(({ share, name }) => `${share}% ${name}`))].slice(0, materials_max);
  return { materials, stretch: stretchOf(fibres, texts.join(' '), category) };
}

interface Fibre {
  share: number;
  name: string;
}

/** `98% cotton, 2% elastane` and `100% organic cotton.` */
const fibresOf = (text: string): Fibre[] =>
  [...text.slice(0, 2000).matchAll(/(\d{1,3}(?:\.\d)?)\s?%\s{0,3}([a-z][a-z -]{1,40})/gi)]
    .map(([, share, name]) => ({
      share: Number(share),
      name: name!
        .toLowerCase()
        .split(/ and | with /, 1)[0]!
        .trim(),
    }))
    .filter(({ share }) => share > 0 && share <= 100);

function stretchOf(fibres: readonly Fibre[], text: string, category: Category): Product['stretch'] {
  const elastane = Math.max(0, ...fibres.filter(({ name }) => /elastane|spandex|lycra|elastodiene/.test(name)).map(({ share }) => share));
  if (elastane >= much_elastane) return 'high';
  if (elastane > 0) return 'some';
  if (/\b(?:no|non|without|zero)[- ]stretch|\brigid\b/i.test(text)) return 'none';
  if (/\b(?:four-way|4-way|super|high)[- ]stretch/i.test(text)) return 'high';
  if (/\bstretch/i.test(text)) return 'some';
  const is_whole = fibres.reduce((sum, { share }) => sum + share, 0) >= 99;
  return is_whole && woven.includes(category) ? 'none' : null;
}
