import type { Site } from '#science/numerics/expectation-propagation.ts';
import { tiltByReading } from '#science/numerics/tilted-moments.ts';
import type { GarmentTargets } from './garment-targets.ts';
import type { Unknowns } from './unknowns.ts';

/** As with other readings: most of the error is steady, some are slips. */
const steady = 0.7;

/** Tells what others' answers say of a garment's hidden offset: a reading of it, as good as its own error says. */
export function observeOthers(targets: GarmentTargets, unknowns: Unknowns): Site[] {
  const said = targets.garment.others_say;
  if (!said) return [];
  const reading = { value: said.offset_cm, sd: steady * said.sd_cm, slip: steady * said.sd_cm };
  return [{ row: unknowns.offsetRow(targets), tilt: (mean: number, variance: number) => tiltByReading(reading, mean, variance) }];
}
