import type { BodyBuild } from '#contract/body-build.ts';
import type { BodyMeasurements, FitFeedback } from '#contract/fit.ts';
import type { Trial, TrialSchema } from '../outcome-model/trials.ts';
import type { GarmentEvidence } from '../size-model/evidence.ts';
import { predictRoom, type Room, type RoomOfSizes } from '../size-model/predict-room.ts';

/** What came of a size, as it was told; the same garment object may stand in many of these. */
export type ToldTry = {
  profile_id: string;
  product_id: string;
  size: string;
  /** 0 too small, 1 a little small, 2 right, 3 a little large, 4 too large. */
  level: number;
  at: Date;
  body: BodyMeasurements;
  build?: BodyBuild | undefined;
  garment: GarmentEvidence;
};

const levels = ['too_small', 'slightly_small', 'perfect', 'slightly_large', 'too_large'];

/** Puts an answer on the five steps of `ToldTry.level`; -1 for none. */
export const levelOf = (overall: FitFeedback['overall'] | undefined): number => levels.indexOf(overall ?? '');

export type LearningTrial = Trial & { outcome: number; level: number; at: Date; room: Room; tolerance_cm: number };

/** What the outcome model hears of a trial beside who, what and which size. `room` is what the size model expects from the body alone. */
export const learning_schema: TrialSchema = {
  numbers: ['room', 'room_sd', 'height_cm', 'weight_kg', 'age', 'chest_cm', 'waist_cm', 'hip_cm'],
  words: ['fit', 'stretch', 'sizing'],
};

const told_numbers = ['height_cm', 'weight_kg', 'age', 'chest_cm', 'waist_cm', 'hip_cm'] as const;

/** Describes tries as trials; those whose size the garment does not come in tell nothing. */
export function toTrials(tries: readonly ToldTry[]): LearningTrial[] {
  return tries.flatMap((told) => {
    const rooms = roomOfBody(told, told.garment, told.at);
    const size_index = told.garment.sizes.findIndex(({ label }) => label === told.size);
    if (!rooms || size_index < 0) return [];
    const trial = toTrial({ ...told, rooms, size_index });
    const outcome = told.level < 2 ? 0 : told.level > 2 ? 2 : 1;
    return [{ ...trial, outcome, level: told.level, at: told.at, room: rooms.rooms[size_index]!, tolerance_cm: rooms.tolerance_cm }];
  });
}

/** The room that body and build alone let expect: what the shopper said of garments comes in as their own trials. */
export function roomOfBody({ body, build }: Pick<ToldTry, 'body' | 'build'>, garment: GarmentEvidence, at: Date): RoomOfSizes | null {
  // What others said is what is being learned: it must not be its own reason.
  return predictRoom({ sizing: null, body, build, owned: [], history: [] }, { ...garment, others_say: undefined }, at);
}

export type TrialParts = Pick<ToldTry, 'profile_id' | 'product_id' | 'body' | 'garment'> & { rooms: RoomOfSizes; size_index: number };

/** Describes one size of a garment for one body, its outcome open. */
export function toTrial({ profile_id, product_id, body, garment, rooms, size_index }: TrialParts): Trial {
  const room = rooms.rooms[size_index]!;
  return {
    shopper: profile_id,
    product: product_id,
    brand: garment.brand.trim().toLowerCase(),
    category: garment.category,
    size: garment.sizes[size_index]!.label,
    size_value: rooms.targets_cm[size_index]!,
    numbers: { room: room.mean, room_sd: Math.sqrt(room.variance), ...Object.fromEntries(told_numbers.map((name) => [name, body[name]])) },
    words: { fit: garment.fit, stretch: garment.stretch, sizing: garment.sizing },
    outcome: null,
  };
}
