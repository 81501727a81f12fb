import type { Site } from '#science/numerics/expectation-propagation.ts';
import { linearRow } from '#science/numerics/linear-row.ts';
import { tiltByInterval } from '#science/numerics/tilted-moments.ts';
import { kindOf } from './garment-kind.ts';
import type { GarmentTargets } from './garment-targets.ts';
import { bodyIndex, bodyPartOf } from './layout.ts';

/**
 * A shop stocks the sizes that its shoppers wear, so who asks is likely to be within them. Likely, not surely: the errors
 * are a size (normal) and two sizes (double exponential), so a tape that says otherwise wins easily. Judgement. It speaks of
 * the body only: who likes room, or a garment that runs small, are found in any shop.
 */
const error_steps = { sd: 1, slip: 2 };

/** Tells what the sizes on offer say of who asks; one size alone is for everybody and says nothing. */
export function observeRange(asked: GarmentTargets): Site[] {
  const { main } = kindOf(asked.garment.category);
  const dimension = asked.dimensions.find(({ name, own_zone }) => name === main && !own_zone);
  const part = bodyPartOf(main);
  if (!dimension || !part) return [];
  const [small, large] = [Math.min(...dimension.targets_cm), Math.max(...dimension.targets_cm)];
  const step = (large - small) / (dimension.targets_cm.length - 1);
  if (!(step > 0)) return [];
  const within = { low: -large - step / 2, high: -small + step / 2, sd: error_steps.sd * step, slip: error_steps.slip * step };
  return [{ row: linearRow([[bodyIndex(part), -1]]), tilt: (mean, variance) => tiltByInterval(within, mean, variance) }];
}
