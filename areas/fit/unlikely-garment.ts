import type { DimensionName } from '#contract/catalog.ts';
import { findGarmentMixUp, type GarmentMixUp } from '#contract/garment-mix-up.ts';
import { unlikelyGarment } from './errors.ts';

type Measures = Partial<Record<DimensionName, number>>;

/** Throws when a garment measures what hardly one does, with what was probably meant. Whoever says that it is so is believed. */
export function refuseUnlikelyGarment(garment_cm: Measures | null | undefined, is_sure = false): void {
  if (is_sure) return;
  const doubts = Object.entries(garment_cm ?? {}).flatMap(([name, cm]) => {
    const found = findGarmentMixUp(name as DimensionName, cm);
    return found ? [[`garment_cm.${name}`, wordsFor(cm, found)] as const] : [];
  });
  if (doubts.length > 0) throw unlikelyGarment(Object.fromEntries(doubts));
}

const written: Record<GarmentMixUp['by'], string> = {
  flat: 'if you measured it flat, from side to side',
  in: 'if you measured in inches',
  cm: 'if those were centimetres taken for inches',
};

function wordsFor(cm: number, { about, meant }: NonNullable<ReturnType<typeof findGarmentMixUp>>): string {
  const ways = meant.map(({ meant_cm, by }) => `${meant_cm} ${written[by]}`);
  const way_on = ways.length > 0 ? ` Enter ${ways.join(', or ')}.` : '';
  return `${cm} cm is very ${about} for a garment here.${way_on} If it is right, send it again with is_sure: true.`;
}
