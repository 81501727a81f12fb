import { seededRandom } from '#science/numerics/seeded-random.ts';
import type { DemoProduct } from './product.ts';

/** Share of sizes that are gone, and of those with a single piece left. */
const share_sold_out = 0.12;
const share_last_one = 0.12;
/** A full shelf of the most asked size. */
const on_hand_max = 14;

/** Invents what lies on the shelf, a size and a colour at a time: more of the middle sizes, some gone. Deterministic for a slug. */
export function stockSizes(slug: string, sizes: readonly { label: string }[], colors: readonly { name: string }[]): DemoProduct['stock'] {
  const draw = seededRandom(seedOf(slug));
  return colors.flatMap((color) =>
    sizes.map(({ label }, i) => {
      const chance = draw();
      const middle = 1 - Math.abs(i / Math.max(1, sizes.length - 1) - 0.5);
      const many = 2 + Math.floor(draw() * (on_hand_max - 2) * middle);
      return { size: label, color: color.name, on_hand: chance < share_sold_out ? 0 : chance < share_sold_out + share_last_one ? 1 : many };
    }),
  );
}

function seedOf(slug: string): number {
  let sum = 7;
  for (let i = 0; i < slug.length; i += 1) sum = Math.imul(sum, 31) + slug.charCodeAt(i);
  return sum;
}
