import type { Category } from '#contract/catalog.ts';

import { other_languages } from './category-words.ts';

/** Checked in this order where two end at the same letter: `sport coat` is a jacket, `T-shirt` no shirt. */
const kinds: readonly (readonly [Category, RegExp])[] = [
  ['t-shirt', /\b(?:t-?\s?shirts?|tees?|tanks?(?: tops?)?|polos?|henleys?|camis?|camisoles?|singlets?)\b/g],
  [
    'knitwear',
    /\b(?:sweaters?(?:[- ]vests?)?|cardigans?|jumpers?|pullovers?|knitwear|knits?|hoodies?|hoody|sweatshirts?|turtlenecks?|crewnecks?|crews?|fleeces?|sweats)\b/g,
  ],
  [
    'shirt',
    /(?:shirts?|shirting|\bblouses?|\bbutton-?(?:ups?|downs?)|\btunics?|\bbodysuits?|(?<!bench |table |counter |desk |stove )\btops?)\b/g,
  ],
  [
    'jacket',
    /(?:jackets?|\bblazers?|\bgilets?|\bvests?|\bsport ?coats?|\bwaistcoats?|\bbombers?|\bshackets?|\bwindbreakers?|\bovershirts?|\boutwear)\b/g,
  ],
  ['coat', /(?:coats?|\bparkas?|\btrench(?:es)?|\banoraks?|\bponchos?)\b/g],
  ['jeans', /\bjeans?\b/g],
  ['shorts', /\b(?:shorts?|bermudas?|boardshorts?)\b(?![- ](?:sleeved?|length|waist))/g],
  ['trousers', /(?:\btrousers?|pants?|\bchinos?|\bjoggers?|\bleggings?|\btights|\bslacks|\bculottes|\bsweatpants?|\bkhakis)\b/g],
  ['dress', /(?:dress(?:es)?|\bgowns?)\b/g],
  ['skirt', /(?:skirts?|\bskorts?)\b/g],
  [
    'shoes',
    /\b(?:shoes?|boots?|bootees?|booties|sneakers?|trainers?|loafers?|sandals?|slippers?|heels?|pumps|clogs?|mules?|oxfords|brogues?|espadrilles?)\b/g,
  ],
  ['bag', /\b(?:bags?|totes?|backpacks?|rucksacks?|clutch(?:es)?|handbags?|satchels?)\b/g],
  [
    'accessory',
    /\b(?:belts?|hats?|caps?|beanies?|wallets?|scarf|scarves|gloves?|mittens?|ties?|jewelry|jewellery|necklaces?|earrings?|bracelets?|sunglasses)\b/g,
  ],
  [
    'other',
    /\b(?:socks?|boxers?|underwear|briefs?|bras?|bralettes?|thongs?|lingerie|jumpsuits?|rompers?|overalls|dungarees|suits?|swimsuits?|swimwear|bikinis?|trunks?|pajamas?|pyjamas?|bathrobes?|blankets?|towels?|candles?|pillows?)\b/g,
  ],
];

/**
 * Tells the kind of garment from words, the best first (name, breadcrumbs, path). In one text the last word counts,
 * because English puts the noun last: a denim shirt-jacket is a jacket. `other` when nothing is said.
 */
export function readCategory(texts: readonly string[]): Category {
  for (const text of texts) {
    const plain = text.toLowerCase();
    const found = lastKind(nounPart(plain)) ?? other_languages.find(([, pattern]) => pattern.test(plain))?.[0];
    if (found) return found;
  }
  return 'other';
}

/** What stands before "in navy", "with stretch", "(tall)". */
const nounPart = (text: string): string => text.split(/\s(?:in|with|for|by|from|made|en|avec|aus|mit|con)\s|[,(|*]/, 1)[0]!;

function lastKind(text: string): Category | null {
  let best: { category: Category; end: number } | null = null;
  for (const [category, pattern] of kinds) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (!best || end > best.end) best = { category, end };
    }
  }
  return best?.category ?? null;
}
