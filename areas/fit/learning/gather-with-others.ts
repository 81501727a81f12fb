import type { Profile } from '#contract/people.ts';
import type { Ctx } from '#platform/area/context.ts';
import { gatherEvidence } from '../gather-evidence.ts';
import type { ShopperEvidence } from '../size-model/evidence.ts';
import { evidenceWithOthers } from './advise-with-model.ts';
import { findSizeModel } from './learned-model.ts';

/** Collects what is known of a shopper, and with each garment what others found of it, as an advice reads it. */
export async function gatherWithOthers(ctx: Ctx, profile: Profile): Promise<ShopperEvidence> {
  const [evidence, model] = await Promise.all([gatherEvidence(ctx, profile), findSizeModel(ctx)]);
  return evidenceWithOthers(model, evidence);
}
