export type Sizing = 'women' | 'men';

const neither =
  /\b(?:boys?|girls?|kids?|child(?:ren)?|baby|babies|toddlers?|infants?|unisex|kinder|jungen|mädchen|enfants?|garçons?|filles?|bébés?|niñ[oa]s?|bambin[oaie]|neonat[oi])\b/i;
const women =
  /\b(?:wom[ae]ns?|women['’]s|ladies|lady|female|femmes?|damen|frauen|mujer(?:es)?|señoras?|donn[ae]|dames|mulher(?:es)?|レディース)(?!\p{Letter})|レディース/iu;
const men =
  /\b(?:mens?|men['’]s|man|male|gents?|gentlem[ae]n|hommes?|herren|männer|hombres?|caballeros?|uom[oi]n?i?|heren|homem|homens)(?!\p{Letter})|メンズ/iu;

/** Tells whose size charts a product uses from words, the best first; null for children, unisex and what is not said. */
export function readSizing(texts: readonly string[]): Sizing | null {
  for (const text of texts) {
    if (neither.test(text)) return null;
    if (women.test(text)) return 'women';
    if (men.test(text)) return 'men';
  }
  return null;
}
