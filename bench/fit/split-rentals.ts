import { seededRandom } from '#science/numerics/seeded-random.ts';
import type { Rental } from './read-rentals.ts';

/** `train` holds the validation tenth too: the trainer stops by a tenth of its own choosing, and learns from it afterwards. */
export type Split = { train: Rental[]; test: Rental[] };
const train_share = 0.9;

/** Deals rentals at random, whoever rented: 80 % to learn, 10 % to stop by, 10 % to test. */
export function splitAtRandom(rentals: readonly Rental[], seed: number): Split {
  const random = seededRandom(seed);
  const dealt = [...rentals];
  for (let i = dealt.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [dealt[i], dealt[j]] = [dealt[j]!, dealt[i]!];
  }
  return cutAt(dealt);
}

/** Keeps the newest tenth for the test: what a shop would see. */
export function splitByTime(rentals: readonly Rental[]): Split {
  return cutAt(rentals.toSorted((a, b) => a.day.localeCompare(b.day)));
}

function cutAt(rentals: Rental[]): Split {
  const at = Math.floor(rentals.length * train_share);
  return { train: rentals.slice(0, at), test: rentals.slice(at) };
}
