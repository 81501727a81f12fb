import { expectOver, garment_classes, type ClassChances, type GarmentClass } from './garment-classes.ts';

/** How many of 426 photos, seen by eye, were plain, striped, checked, dotted, printed (scripts/garment-network/pattern-labels.json). */
const seen: Record<GarmentClass, readonly [number, number, number, number, number]> = {
  dress: [17, 2, 0, 0, 11],
  hat: [0, 0, 0, 0, 0],
  longsleeve: [41, 10, 0, 1, 17],
  outwear: [31, 0, 0, 0, 0],
  pants: [73, 0, 2, 1, 3],
  shirt: [20, 2, 14, 1, 3],
  shoes: [0, 0, 0, 0, 0],
  shorts: [23, 0, 2, 0, 9],
  skirt: [8, 0, 1, 0, 2],
  't-shirt': [46, 9, 0, 1, 76],
};
/** Photos of the general mix that stand in for those not seen: a class of which few were seen is like any other. */
const general = 12;

/** Says by what factor each pattern is likelier on this garment than on any; in the order of `pattern_kinds`. */
export function patternByClass(chances: ClassChances): number[] {
  const all = garment_classes.map((one) => seen[one]);
  const total = all.flat().reduce((sum, count) => sum + count, 0);
  const shares = seen.dress.map((_, k) => all.reduce((sum, counts) => sum + counts[k]!, 0) / total);
  return shares.map((share, k) =>
    expectOver(chances, (one) => {
      const of_class = seen[one].reduce((sum, count) => sum + count, 0);
      return (seen[one][k]! + general * share) / (of_class + general) / share;
    }),
  );
}
