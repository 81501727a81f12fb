import { myProfile } from '#areas/people/index.ts';
import type { BodyMeasurements } from '#contract/fit.ts';
import type { Ctx } from '#platform/area/context.ts';
import { findMeasurements, saveMeasurements } from './measurements.store.ts';
import { askBack } from './ask-back.ts';
import { refuseUnlikely } from './unlikely-measurement.ts';

/** The body of one of the caller's profiles. */
export async function readMeasurements(ctx: Ctx, profile_id: string): Promise<BodyMeasurements> {
  await myProfile(ctx, profile_id);
  return findMeasurements(ctx, profile_id);
}

/**
 * Changes what is given; null forgets a value. Throws `fit.unlikely_measurement` for what no body measures, and for what
 * another unit would make usual, unless `is_sure` says that it is meant.
 */
export async function changeMeasurements(
  ctx: Ctx,
  profile_id: string,
  { is_sure = false, ...change }: BodyMeasurements & { is_sure?: boolean | undefined },
): Promise<BodyMeasurements> {
  await myProfile(ctx, profile_id);
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as BodyMeasurements;
  const body = { ...(await findMeasurements(ctx, profile_id)), ...given };
  refuseUnlikely(body, given);
  if (!is_sure) askBack(body, given);
  await saveMeasurements(ctx, profile_id, given);
  return findMeasurements(ctx, profile_id);
}
