import { myProfile } from '#areas/people/index.ts';
import type { BodyMeasurements } from '#contract/fit.ts';
import type { Ctx } from '#platform/area/context.ts';
import { findMeasurements, saveMeasurements } from './measurements.store.ts';
import { refuseUnlikely } from './unlikely-measurement.ts';

/** The body of one of the caller's profiles. */
export async function readMeasurements(ctx: Ctx, profile_id: string): Promise<BodyMeasurements> {
  await myProfile(ctx, profile_id);
  return findMeasurements(ctx, profile_id);
}

/** Changes what is given; null forgets a value. Throws `fit.unlikely_measurement` for units that were mixed up. */
export async function changeMeasurements(ctx: Ctx, profile_id: string, change: BodyMeasurements): Promise<BodyMeasurements> {
  await myProfile(ctx, profile_id);
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as BodyMeasurements;
  refuseUnlikely({ ...(await findMeasurements(ctx, profile_id)), ...given }, given);
  await saveMeasurements(ctx, profile_id, given);
  return findMeasurements(ctx, profile_id);
}
