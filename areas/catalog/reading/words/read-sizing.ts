export type Sizing = 'women' | 'men';

/** Tells whose size charts a product uses from words, the best first; null for children, unisex and what is not said. */
export function readSizing(texts: readonly string[]): Sizing | null {
  for (const text of texts) {
    if (/\b(?:boys?|girls?|kids?|child(?:ren)?|baby|toddlers?|unisex)\b/i.test(text)) return null;
    if (/\b(?:women|womens|women['’]s|ladies|female)\b/i.test(text)) return 'women';
    if (/\b(?:men|mens|men['’]s|male)\b/i.test(text)) return 'men';
  }
  return null;
}
