/** Reads the bare number that was typed; what is kept is rounded, and as another unit it would be off. null when it is more than a number. */
export function typedNumber(text: string): number | null {
  const trimmed = text.trim();
  return /^\d+(?:[.,]\d+)?$/.test(trimmed) ? Number(trimmed.replace(',', '.')) : null;
}
