import { projectBelief } from '#science/numerics/gaussian-belief.ts';
import { linearRow } from '#science/numerics/linear-row.ts';
import type { GarmentEvidence, ShopperEvidence } from './evidence.ts';
import { overallDimensions } from './fit-scale.ts';
import { kindOf } from './garment-kind.ts';
import { type Hypothesis, inferWearer } from './infer-wearer.ts';

/** What one size of a garment leaves a shopper over all girths, in tolerances: positive is roomy, within -1 and 1 feels right. */
export type Room = { mean: number; variance: number };
/** `targets_cm`: the body each size suits at the main girth; `tolerance_cm`: one tolerance there. In the order of the sizes. */
export type RoomOfSizes = { rooms: Room[]; targets_cm: number[]; tolerance_cm: number };

/** Predicts the room that every size leaves, from what is known of the shopper; null for a garment without sizes. */
export function predictRoom(shopper: ShopperEvidence, garment: GarmentEvidence, now: Date): RoomOfSizes | null {
  if (garment.sizes.length === 0) return null;
  const hypotheses = inferWearer(shopper, garment, now);
  const { asked } = hypotheses[0]!;
  const { main, dimensions } = kindOf(garment.category);
  const by_hypothesis = hypotheses.map((hypothesis) => ({ weight: hypothesis.weight, rooms: roomsUnder(hypothesis) }));
  return {
    rooms: garment.sizes.map((_, size) => mixture(by_hypothesis.map(({ weight, rooms }) => ({ weight, room: rooms[size]! })))),
    targets_cm: asked.dimensions.find(({ name }) => name === main)!.targets_cm,
    tolerance_cm: dimensions[main]!.tolerance_cm,
  };
}

function roomsUnder({ asked, belief, unknowns }: Hypothesis): Room[] {
  const parts = overallDimensions(asked);
  const terms = parts.flatMap(({ dimension, share }) => {
    const { indices, weights } = unknowns.gapRow(asked, dimension);
    return indices.map((index, k): [number, number] => [index, weights[k]! * share]);
  });
  const { mean, variance } = projectBelief(belief, linearRow(terms));
  const noise = parts.reduce((sum, { dimension, share }) => sum + (share * dimension.noise_cm) ** 2, 0);
  return asked.garment.sizes.map((_, size) => ({
    mean: mean + parts.reduce((sum, { dimension, share }) => sum + share * dimension.targets_cm[size]!, 0),
    variance: variance + noise,
  }));
}

/** Mean and variance of a weighted mixture; weights add up to one. */
function mixture(parts: readonly { weight: number; room: Room }[]): Room {
  const mean = parts.reduce((sum, { weight, room }) => sum + weight * room.mean, 0);
  const variance = parts.reduce((sum, { weight, room }) => sum + weight * (room.variance + (room.mean - mean) ** 2), 0);
  return { mean, variance };
}
