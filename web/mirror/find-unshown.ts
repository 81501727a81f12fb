import { isWearable, wornShape } from '#contract/garment-kinds.ts';
import type { PersonPhoto } from '#contract/tryon.ts';
import type { Chosen } from './use-chosen.ts';

export interface Unshown extends Chosen {
  problem: NonNullable<PersonPhoto['problem']>;
}

/** Finds what cannot be put on in a photo, because too little of the person is in it. */
export const findUnshown = ({ garments }: Pick<PersonPhoto, 'garments'>, chosen: readonly Chosen[]): Unshown[] =>
  chosen.flatMap((one) => {
    if (one.category === null || !isWearable(one.category)) return [];
    const shape = wornShape(one.category);
    const problem = garments.find((garment) => garment.shape === shape)?.problem;
    return problem ? [{ ...one, problem }] : [];
  });
