/** Low and high; equal where one number is given. */
export type Range = [number, number];

const fractions: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75, '⅛': 0.125, '⅜': 0.375, '⅝': 0.625, '⅞': 0.875 };
const number = /(\d{1,3})(?:\s+(\d)\/(\d)|\s*([½¼¾⅛⅜⅝⅞])|[.,](\d{1,2}))?/g;

/** What one cell of a size chart says: `34-36`, `34 1/2 – 36"`, `86,5 cm`, `14½`. null for what is no measure. */
export function parseMeasure(text: string): { range: Range; unit: 'in' | 'cm' | null } | null {
  const given = text.slice(0, 80);
  const numbers = [...given.matchAll(number)].map(([, whole, top, bottom, fraction, decimals]) => {
    const rest =
      top && bottom && Number(bottom) > 0
        ? Number(top) / Number(bottom)
        : fraction
          ? fractions[fraction]!
          : decimals
            ? Number(`0.${decimals}`)
            : 0;
    return Number(whole) + rest;
  });
  // More than two numbers say it in two units, or something else: the first pair is in the first unit.
  const [low, high = low] = numbers.length > 2 && numbers.length % 2 === 0 ? numbers.slice(0, numbers.length / 2) : numbers;
  if (low === undefined || high === undefined || numbers.length > 4 || low <= 0 || high < low) return null;
  return { range: [low, high], unit: unitOf(given) };
}

/** The unit that stands first. */
export function unitOf(text: string): 'in' | 'cm' | null {
  const found = /(\bcms?\b|centimet)|(\bin(?:s|ch|ches)?\b\.?|["”″])/i.exec(text.replaceAll(/(\d)(cm|in)\b/gi, '$1 $2'));
  return found ? (found[1] ? 'cm' : 'in') : null;
}
