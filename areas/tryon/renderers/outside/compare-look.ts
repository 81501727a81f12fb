import type { TriedPart } from '#contract/tryon.ts';
import { main_joints, torsoLength } from '#science/body/check-pose.ts';
import type { Joints } from '#science/body/joints.ts';
import { toCielab, type Cielab } from '#science/imaging/cielab.ts';
import { colorDifference } from '#science/imaging/color-difference.ts';
import { channelsOf, type Picture } from '#science/imaging/picture.ts';
import type { GarmentShape } from '#science/try-on/try-on.ts';

/** A picture and where the person in it stands. */
export interface Stood {
  picture: Picture;
  joints: Joints;
}

export interface WornGarment {
  index: number;
  shape: GarmentShape;
  /** [height x width x 4] */
  picture: Picture;
}

export type Compared = { confidence: number; parts: TriedPart[] } | { fault: string };

/** However well it looks: prints, buttons and seams are compared with nothing. */
const confidence_max = 0.9;
/** What lies under another garment cannot be judged, so it counts as guessed. */
const covered = 0.4;
/** Of the torso's length, in the mean of all joints: beyond, it is another pose, or somebody else. */
const moved_max = 0.3;
/** Mean difference 0..255 around the face: at this, nothing of the face is kept. */
const face_off_max = 60;
/** CIEDE2000: as much as another light makes; and where nothing is left of a colour. */
const color_off_min = 5;
const color_off_max = 45;
/** Mean difference 0..255 where the garments hang: below, the photo came back as it was. */
const changed_min = 2;
const seen_min = 0.5;

/**
 * Judges a look that somebody else drew by what can be measured: whether the person stands as before, whether the face is the
 * same, and whether what hangs there has the garment's mean colour. Each 0..1, one where nothing is amiss; `confidence` is the
 * worst of pose, face and the mean of the parts, times 0.9. It is no chance that the look is right. A fault tells that it is no
 * look at all: nobody there, another pose, another face, or the photo as it was. O(points).
 */
export function compareLook(
  photo: Stood,
  drawn: { picture: Picture; joints: Joints | undefined },
  garments: readonly WornGarment[],
): Compared {
  if (!drawn.joints) return { fault: 'nobody is in it' };
  const moved = movedBy(photo.joints, drawn.joints);
  if (moved > moved_max) return { fault: 'somebody stands elsewhere in it' };
  const points = garments.map(({ shape }) => pointsOf(shape, photo.joints).filter(isInside(photo.picture)));
  if (meanDifference(photo.picture, drawn.picture, points.flat()) < changed_min) return { fault: 'it is the photo as it was' };
  const parts = garments.map(({ index, shape, picture }, i): TriedPart => {
    const is_covered = garments.slice(i + 1).some((above) => isUpper(above.shape) && isUpper(shape));
    const confidence = is_covered ? covered : confidence_max * likeness(meanOf(picture), meanColor(drawn.picture, points[i]!));
    return { garment: index, name: isUpper(shape) ? 'torso' : shape === 'skirt' ? 'skirt' : 'left_leg', confidence };
  });
  const legs = parts.filter(({ name }) => name === 'left_leg').map((part) => ({ ...part, name: 'right_leg' as const }));
  const mean = parts.reduce((sum, { confidence }) => sum + confidence, 0) / parts.length;
  const face = 1 - faceOff(photo, drawn.picture) / face_off_max;
  if (face <= 0) return { fault: 'another face is in it' };
  const confidence = Math.min(confidence_max * (1 - moved / moved_max), confidence_max * face, mean);
  return { confidence, parts: [...parts, ...legs] };
}

const isUpper = (shape: GarmentShape): boolean => shape === 'top' || shape === 'dress';

/** Mean way of the joints that are seen in both, in lengths of the torso. */
function movedBy(before: Joints, after: Joints): number {
  const seen = main_joints.filter((name) => before[name].seen >= seen_min && after[name].seen >= seen_min);
  if (seen.length < 4) return Infinity;
  const ways = seen.map((name) => Math.hypot(before[name].x - after[name].x, before[name].y - after[name].y));
  return ways.reduce((sum, way) => sum + way, 0) / seen.length / Math.max(1, torsoLength(before));
}

type Point = readonly [x: number, y: number];

const isInside =
  ({ width, height }: Picture) =>
  ([x, y]: Point): boolean =>
    x >= 0 && y >= 0 && x < width && y < height;

/** Points all over a four-sided patch, away from its border. */
function spread([a, b, c, d]: readonly [Point, Point, Point, Point]): Point[] {
  const steps = Array.from({ length: 16 }, (_, i) => 0.15 + (0.7 * i) / 15);
  const between = (p: Point, q: Point, t: number): Point => [p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t];
  return steps.flatMap((u) => steps.map((v) => between(between(a, b, u), between(d, c, u), v)));
}

const at = ({ x, y }: { x: number; y: number }): Point => [x, y];

/** Where a garment shows on a person: the torso, or the thighs. */
function pointsOf(shape: GarmentShape, joints: Joints): Point[] {
  const { left_shoulder, right_shoulder, left_hip, right_hip, left_knee, right_knee } = joints;
  if (isUpper(shape)) return spread([at(right_shoulder), at(left_shoulder), at(left_hip), at(right_hip)]);
  const half = Math.abs(left_hip.x - right_hip.x) / 4;
  const leg = (hip: Point, knee: Point): Point[] =>
    spread([[hip[0] - half, hip[1]], [hip[0] + half, hip[1]], [knee[0] + half, knee[1]], [knee[0] - half, knee[1]]]); // oxfmt-ignore
  return [...leg(at(left_hip), at(left_knee)), ...leg(at(right_hip), at(right_knee))];
}

function colorAt(picture: Picture, [x, y]: Point): [number, number, number] {
  const from = (Math.floor(y) * picture.width + Math.floor(x)) * channelsOf(picture);
  return [picture.data[from]!, picture.data[from + 1]!, picture.data[from + 2]!];
}

/** Mean difference of two pictures of one size at some points, 0..255; nought where there are none. */
function meanDifference(one: Picture, other: Picture, points: readonly Point[]): number {
  let sum = 0;
  for (const point of points) {
    const [a, b] = [colorAt(one, point), colorAt(other, point)];
    sum += (Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) + Math.abs(a[2] - b[2])) / 3;
  }
  return points.length === 0 ? 0 : sum / points.length;
}

/** In the square between eyes and mouth, twice as wide; nought where no face is in the photo. */
function faceOff({ picture, joints }: Stood, drawn: Picture): number {
  const { nose, left_eye, right_eye, mouth_left, mouth_right } = joints;
  if (nose.seen < seen_min) return 0;
  const half = Math.max(
    4,
    Math.hypot(left_eye.x + right_eye.x - mouth_left.x - mouth_right.x, left_eye.y + right_eye.y - mouth_left.y - mouth_right.y) / 2,
  );
  const [left, right, top, bottom] = [nose.x - half, nose.x + half, nose.y - half, nose.y + half];
  const square = spread([[left, top], [right, top], [right, bottom], [left, bottom]]); // oxfmt-ignore
  return meanDifference(picture, drawn, square.filter(isInside(picture)));
}

function meanColor(picture: Picture, points: readonly Point[]): Cielab | null {
  return meanLab(points.map((point) => colorAt(picture, point)));
}

/** Of what is not see-through, at a few thousand points. */
function meanOf(garment: Picture): Cielab | null {
  const step = Math.max(1, Math.floor(Math.sqrt((garment.width * garment.height) / 4000)));
  const colors: [number, number, number][] = [];
  for (let y = 0; y < garment.height; y += step)
    for (let x = 0; x < garment.width; x += step)
      if (garment.data[(y * garment.width + x) * 4 + 3]! > 200) colors.push(colorAt(garment, [x, y]));
  return meanLab(colors);
}

function meanLab(colors: readonly (readonly [number, number, number])[]): Cielab | null {
  if (colors.length === 0) return null;
  const sum: [number, number, number] = [0, 0, 0];
  for (const [r, g, b] of colors) toCielab([r / 255, g / 255, b / 255]).forEach((value, i) => (sum[i]! += value));
  return [sum[0] / colors.length, sum[1] / colors.length, sum[2] / colors.length];
}

/** Nought where there is nothing to compare. */
function likeness(one: Cielab | null, other: Cielab | null): number {
  if (!one || !other) return 0;
  return Math.min(1, Math.max(0, 1 - (colorDifference(one, other) - color_off_min) / (color_off_max - color_off_min)));
}
