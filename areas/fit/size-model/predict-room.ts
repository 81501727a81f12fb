import { projectBelief } from '#science/numerics/gaussian-belief.ts';
import type { GarmentEvidence, ShopperEvidence } from './evidence.ts';
import { kindOf } from './garment-kind.ts';
import { type Hypothesis, inferWearer } from './infer-wearer.ts';
import { overallRow } from './overall-row.ts';

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
  const { row, shifts, error } = overallRow({ targets: asked, is_other_kind: false }, unknowns);
  const { mean, variance } = projectBelief(belief, row);
  return shifts.map((shift) => ({ mean: mean + shift, variance: variance + error ** 2 }));
}

/** Mean and variance of a weighted mixture; weights add up to one. */
function mixture(parts: readonly { weight: number; room: Room }[]): Room {
  const mean = parts.reduce((sum, { weight, room }) => sum + weight * room.mean, 0);
  const variance = parts.reduce((sum, { weight, room }) => sum + weight * (room.variance + (room.mean - mean) ** 2), 0);
  return { mean, variance };
}
