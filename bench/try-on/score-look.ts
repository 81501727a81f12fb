import { toCielab } from '#science/imaging/cielab.ts';
import { colorDifference } from '#science/imaging/color-difference.ts';
import type { Picture } from '#science/imaging/picture.ts';
import { similarityMap } from './ssim.ts';

/** How near a picture of a garment on a person comes to the photo in which it is worn. */
export interface LookScore {
  /** Mean structural similarity where the garment is worn. */
  region_ssim: number;
  /** Mean CIEDE2000 between means of 16 x 16 px blocks, of what of them lies where the garment is worn. */
  colour_de: number;
  whole_ssim: number;
}

const block = 16;

/** `worn` is 1 where the garment is worn, [height x width]. */
export function scoreLook(shown: Picture, truth: Picture, worn: Uint8Array): LookScore {
  const similarity = similarityMap(shown, truth);
  const all = similarity.reduce((sum, one) => sum + one, 0);
  let [inside, count] = [0, 0];
  for (let i = 0; i < worn.length; i++) if (worn[i]) [inside, count] = [inside + similarity[i]!, count + 1];
  return { region_ssim: inside / Math.max(1, count), colour_de: blockDifference(shown, truth, worn), whole_ssim: all / similarity.length };
}

function blockDifference(shown: Picture, truth: Picture, worn: Uint8Array): number {
  const { width, height } = truth;
  let [sum, blocks] = [0, 0];
  for (let top = 0; top < height; top += block)
    for (let left = 0; left < width; left += block) {
      const means = [
        [0, 0, 0],
        [0, 0, 0],
      ] as [[number, number, number], [number, number, number]];
      let count = 0;
      for (let y = top; y < Math.min(height, top + block); y++)
        for (let x = left; x < Math.min(width, left + block); x++) {
          const i = y * width + x;
          if (!worn[i]) continue;
          count++;
          for (let c = 0; c < 3; c++) {
            means[0][c]! += shown.data[i * 3 + c]! / 255;
            means[1][c]! += truth.data[i * 3 + c]! / 255;
          }
        }
      // A corner of a block tells little.
      if (count < (block * block) / 4) continue;
      const [one, other] = means.map((mean) => toCielab([mean[0] / count, mean[1] / count, mean[2] / count])) as [
        ReturnType<typeof toCielab>,
        ReturnType<typeof toCielab>,
      ];
      sum += colorDifference(one, other);
      blocks++;
    }
  return sum / Math.max(1, blocks);
}

/** Intersection over union of where a garment is shown (opacity from a half) and where it is worn. */
export function outlineIou(garment: Picture, worn: Uint8Array): number {
  let [both, either] = [0, 0];
  for (let i = 0; i < worn.length; i++) {
    const is_shown = garment.data[i * 4 + 3]! > 127;
    if (is_shown && worn[i]) both++;
    if (is_shown || worn[i]) either++;
  }
  return both / Math.max(1, either);
}
