import { channelsOf, type Picture } from '../imaging/picture.ts';
import type { Joints } from './joints.ts';

/** Half the side of the square that is looked at, by the shoulders' width: eyes, nose and mouth, and no hair. */
const half_side = 0.12;
/** px; of a smaller face its neighbours are looked at too. */
const half_side_min = 2;

/**
 * Says which share 0..1 of a face has the colours of skin: of the square around the middle of eyes and mouth, as far as it lies in the
 * picture; 0 where it does not. Skin lies between Cb 77 and 127 and Cr 130 and 173, fair or dark; in a grey picture none does.
 * Source: Chai and Ngan, Face segmentation using skin-color map (1999), https://doi.org/10.1109/76.767122, equation 1, but Cr from 130
 * instead of 133: the darkest of Monk's ten skin tones has 130.8.
 */
export function faceOfSkin(picture: Picture, joints: Joints): number {
  const { width, height, data } = picture;
  const channels = channelsOf(picture);
  const { left_shoulder, right_shoulder } = joints;
  const across = Math.hypot(left_shoulder.x - right_shoulder.x, left_shoulder.y - right_shoulder.y);
  const half = Math.max(half_side_min, half_side * across);
  const [x, y] = middleOf(joints);
  let [seen, skin] = [0, 0];
  for (let row = Math.max(0, Math.round(y - half)); row <= Math.min(height - 1, y + half); row++)
    for (let column = Math.max(0, Math.round(x - half)); column <= Math.min(width - 1, x + half); column++) {
      const at = (row * width + column) * channels;
      seen++;
      if (isSkin(data[at]!, data[at + 1]!, data[at + 2]!)) skin++;
    }
  return seen === 0 ? 0 : skin / seen;
}

function middleOf({ left_eye, right_eye, mouth_left, mouth_right }: Joints): [x: number, y: number] {
  const points = [left_eye, right_eye, mouth_left, mouth_right];
  return [points.reduce((sum, { x }) => sum + x, 0) / points.length, points.reduce((sum, { y }) => sum + y, 0) / points.length];
}

/** Chroma as JPEG writes it (ITU-T T.871). */
function isSkin(red: number, green: number, blue: number): boolean {
  const cb = 128 - 0.168736 * red - 0.331264 * green + 0.5 * blue;
  const cr = 128 + 0.5 * red - 0.418688 * green - 0.081312 * blue;
  return cb >= 77 && cb <= 127 && cr >= 130 && cr <= 173;
}
