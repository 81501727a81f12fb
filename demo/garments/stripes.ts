import type { Print } from '../cloth/layer.ts';

const part = (x: number): number => x - Math.floor(x);

/** How much of a band lies at a distance: 1 within, 0 outside, soft over `edge`. */
const band = (at: number, width: number, edge: number): number => Math.max(0, Math.min(1, Math.min(at, width - at) / edge + 0.5));

/** Stripes of one width, a period apart; `across` ones lie flat, the others stand. */
export function stripes({
  period,
  width,
  across,
  start = 0,
  from = -Infinity,
}: {
  period: number;
  width: number;
  across: boolean;
  start?: number;
  from?: number;
}): Print {
  return {
    dye: 'second',
    share: (u, v) => {
      const along = across ? v : u;
      if (along < from) return 0;
      let at = part((along - start) / period) * period;
      if (at > (period + width) / 2) at -= period;
      return band(at, width, 1.4);
    },
  };
}

/** A check: bands both ways, darker where they cross. */
export function checks({ period, width }: { period: number; width: number }): Print {
  return {
    dye: 'second',
    share: (u, v) => {
      const [a, b] = [part(u / period) * period, part(v / period) * period];
      return 0.5 * band(a, width, 2) + 0.45 * band(b, width, 2) + 0.1 * band((a + period / 2) % period, 3, 1.5);
    },
  };
}

/** Small flowers, one a cell, each turned and moved by chance. */
export function flowers({ period, size }: { period: number; size: number }): Print {
  return {
    dye: 'second',
    share: (u, v) => {
      const row = Math.floor(v / period);
      const column = u / period + (row % 2 === 0 ? 0 : 0.5);
      const chance = part(Math.sin(Math.floor(column) * 127.1 + row * 311.7) * 43758.5453);
      const x = (part(column) - 0.35 - chance * 0.3) * period;
      const y = (part(v / period) - 0.5 + (chance - 0.5) * 0.24) * period;
      const far = Math.sqrt(x * x + y * y);
      // Only what lies near the middle can be flower or leaf.
      if (far > size * 3) return 0;
      const turn = far < size + 1 ? Math.atan2(y, x) + chance * 6.3 : 0;
      const petal = far < size + 1 ? size * (0.62 + 0.38 * Math.cos(turn * 5)) : 0;
      const bloom = Math.max(0, Math.min(1, petal - far + 0.5)) * (far < size * 0.2 ? 0.25 : 1);
      const [lx, ly] = [x - size * 1.7 * Math.cos(chance * 9), y - size * 1.7 * Math.sin(chance * 9)];
      return Math.max(bloom, 0.55 * Math.max(0, Math.min(1, size * 0.5 - Math.sqrt(lx * lx + ly * ly * 4.8) + 0.5)));
    },
  };
}
