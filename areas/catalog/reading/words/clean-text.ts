const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: '’',
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  mdash: '—',
  ndash: '–',
  eacute: 'é',
  reg: '®',
  trade: '™',
};

/**
 * Makes one line of plain text of what a page gave: entities decoded once, control characters and runs of blanks turned
 * into one blank, halves of surrogate pairs (which PostgreSQL cannot keep) into U+FFFD, cut at `max` characters. Tags stay as the text they are: nobody may print this as HTML. null when nothing is left.
 */
export function cleanText(value: unknown, max: number): string | null {
  if (typeof value !== 'string') return null;
  // Cut first, generously, so that a megabyte of entities costs nothing.
  const text = decode(value.slice(0, max * 10))
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  const cut = Array.from(text).slice(0, max).join('').trim();
  return cut === '' ? null : cut;
}

const decode = (text: string): string =>
  text.replaceAll(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]{2,6}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
    const codepoint = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
    return codepoint > 0 && codepoint <= 0x10ffff ? String.fromCodePoint(codepoint) : whole;
  });
