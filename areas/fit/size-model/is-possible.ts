/** No body and no garment measures more than this all round or along, cm; nobody weighs more than this, kg. */
const possible_max = 700;

/** Tells whether a figure can be a measure at all; what cannot is as if it had not been said. */
export function isPossible(value: unknown): value is number {
  return typeof value === 'number' && value > 0 && value < possible_max;
}
