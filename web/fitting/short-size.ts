const letters: Record<string, string> = { small: 'S', medium: 'M', large: 'L' };

/** Shortens a size for drawings, where a word has no room: `X-Large` is XL, `2X Large` 2XL. Anything else stays as it is. */
export function shortSize(label: string): string {
  const match = /^(?:(x+|\d+x|extra)[\s-]*)?(small|medium|large)$/i.exec(label.trim());
  if (!match) return label;
  const extra = match[1]?.toLowerCase() === 'extra' ? 'X' : (match[1] ?? '').toUpperCase();
  return extra + letters[match[2]!.toLowerCase()]!;
}
