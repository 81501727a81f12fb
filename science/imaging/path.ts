/** One step of a path, in absolute coordinates. */
export type Step =
  | { kind: 'move' | 'line'; to: readonly [number, number] }
  | { kind: 'cubic'; to: readonly [number, number]; first: readonly [number, number]; second: readonly [number, number] }
  | { kind: 'close' };
export type Path = readonly Step[];

const numbers_of = { M: 2, L: 2, C: 6, Q: 4, Z: 0 } as const;
type Letter = keyof typeof numbers_of;

/**
 * Reads SVG path data: absolute `M L C Q Z` only, each letter followed by one or more runs of its numbers.
 * Quadratic curves become cubic ones, exactly. Throws RangeError on anything else.
 * Source: https://www.w3.org/TR/SVG2/paths.html#PathData (relative letters, arcs and shorthands are left out).
 */
export function parsePath(data: string): Path {
  const steps: Step[] = [];
  let at: readonly [number, number] = [0, 0];
  for (const [, letter, text = ''] of data.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    if (!letter || !(letter in numbers_of)) throw new RangeError(`"${letter}" is not one of M L C Q Z`);
    const count = numbers_of[letter as Letter];
    const numbers = (text.match(/-?\d*\.?\d+(?:e-?\d+)?/g) ?? []).map(Number);
    if (count === 0) {
      steps.push({ kind: 'close' });
      continue;
    }
    if (numbers.length === 0 || numbers.length % count !== 0)
      throw new RangeError(`"${letter}" takes ${count} numbers, not ${numbers.length}`);
    for (let i = 0; i < numbers.length; i += count) {
      steps.push(stepOf(i === 0 ? (letter as Letter) : afterFirst(letter as Letter), numbers.slice(i, i + count), at));
      at = [numbers[i + count - 2]!, numbers[i + count - 1]!];
    }
  }
  return steps;
}

/** A second pair after M is a line, as SVG says. */
const afterFirst = (letter: Letter): Letter => (letter === 'M' ? 'L' : letter);

function stepOf(letter: Letter, n: readonly number[], at: readonly [number, number]): Step {
  if (letter === 'C') return { kind: 'cubic', first: [n[0]!, n[1]!], second: [n[2]!, n[3]!], to: [n[4]!, n[5]!] };
  if (letter !== 'Q') return { kind: letter === 'M' ? 'move' : 'line', to: [n[0]!, n[1]!] };
  const toward = (from: number, control: number): number => from + ((control - from) * 2) / 3;
  return {
    kind: 'cubic',
    first: [toward(at[0], n[0]!), toward(at[1], n[1]!)],
    second: [toward(n[2]!, n[0]!), toward(n[3]!, n[1]!)],
    to: [n[2]!, n[3]!],
  };
}
