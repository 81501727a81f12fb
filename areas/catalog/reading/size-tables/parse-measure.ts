/** Low and high; equal where one number is given. */
export type Range = [number, number];
export type Unit = 'in' | 'cm';

const fractions: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75, '⅛': 0.125, '⅜': 0.375, '⅝': 0.625, '⅞': 0.875 };
const number = /(\d{1,3})(?:[\s-]+(\d)[/⁄](\d)|\s*([½¼¾⅛⅜⅝⅞])|[.,](\d{1,2}))?/g;

/** Between a measure in inches and the same in cm, rounding included. */
const same_twice: Range = [2.4, 2.7];

/** What one cell of a size chart says: `34-36`, `34 1/2 – 36"`, `86,5 cm`, `14½`, `38" / 97 cm`. null for what is no measure. */
export function parseMeasure(text: string): { range: Range; unit: Unit | null } | null {
  const given = text.slice(0, 80);
  const numbers = [...given.matchAll(number)].map(readNumber);
  if (numbers.length > 4) return null;
  const pair = firstUnit(numbers);
  const [low, high = low] = pair.numbers;
  if (low === undefined || high === undefined || low <= 0 || high < low) return null;
  return { range: [low, high], unit: unitOf(given) ?? pair.unit };
}

/** More than two numbers say it in two units, and so do two of which one is the other in cm: the first counts. */
function firstUnit(numbers: readonly number[]): { numbers: readonly number[]; unit: Unit | null } {
  if (numbers.length === 4) return { numbers: numbers.slice(0, 2), unit: null };
  const [first, second] = numbers;
  const ratio = first === undefined || second === undefined || numbers.length !== 2 ? 1 : second / first;
  if (ratio > same_twice[0] && ratio < same_twice[1]) return { numbers: [first!], unit: 'in' };
  if (1 / ratio > same_twice[0] && 1 / ratio < same_twice[1]) return { numbers: [first!], unit: 'cm' };
  return { numbers: numbers.length === 3 ? [] : numbers, unit: null };
}

function readNumber([, whole, top, bottom, fraction, decimals]: RegExpExecArray): number {
  const of_inch = top && bottom && Number(bottom) > 0 ? Number(top) / Number(bottom) : null;
  return Number(whole) + (of_inch ?? (fraction ? fractions[fraction]! : decimals ? Number(`0.${decimals}`) : 0));
}

/** The unit that stands first. */
export function unitOf(text: string): Unit | null {
  const found = /(\bcms?\b|centim|センチ|厘米)|(\bin(?:s|ch|ches)?\b\.?|["”″]|\bzoll\b|\bpouces?\b|\bpollici\b|\bpulgadas\b|英寸)/i.exec(
    text.replaceAll(/(\d)(cm|in)\b/gi, '$1 $2'),
  );
  return found ? (found[1] ? 'cm' : 'in') : null;
}
