import sharp from 'sharp';
import { type Joints, joint_names } from '#science/body/joints.ts';
import type { Picture } from '#science/imaging/picture.ts';
import type { DressedPerson } from '#science/try-on/try-on.ts';

/** A person who never was, 384 x 512 px: facing us, arms down, in a T-shirt and trousers. Joints lie where `drawn_joints` says. */
const drawing = `
<path d="M160 52 q-10 70 4 76 l56 0 q14 -8 4 -76 z" fill="#3a2a1e"/>
<path d="M178 96 h28 v40 h-28 z" fill="#c98f6d"/>
<ellipse cx="192" cy="72" rx="27" ry="36" fill="url(#skin)"/>
<path d="M163 66 q4 -38 29 -38 q26 0 29 38 q-10 -18 -29 -20 q-20 2 -29 20z" fill="#3a2a1e"/>
<ellipse cx="182" cy="70" rx="4" ry="2.4" fill="#222"/><ellipse cx="202" cy="70" rx="4" ry="2.4" fill="#222"/>
<path d="M176 62 q6 -4 12 0 M196 62 q6 -4 12 0" stroke="#3a2a1e" stroke-width="2.4" fill="none"/>
<path d="M192 72 l-3 12 h6" stroke="#a9704f" stroke-width="2" fill="none"/>
<path d="M183 93 q9 6 18 0" stroke="#a23f3f" stroke-width="4" fill="none"/>
<path d="M136 148 q-14 50 -18 100 l2 40 16 0 6 -40 12 -70z" fill="url(#skin)"/>
<path d="M248 148 q14 50 18 100 l-2 40 -16 0 -6 -40 -12 -70z" fill="url(#skin)"/>
<path d="M150 280 q-4 110 4 220 h30 l8 -170 8 170 h30 q8 -110 4 -220z" fill="#2b3a55"/>
<path d="M164 128 q28 16 56 0 l30 16 q14 30 14 52 l-24 6 -4 -10 q4 60 0 104 h-88 q-4 -44 0 -104 l-4 10 -24 -6 q0 -22 14 -52z" fill="#8a2f3c"/>`;

/** Where some joints of the drawn person lie, px at a scale of 1; left is the person's own. */
export const drawn_joints = {
  nose: [192, 80],
  left_shoulder: [245, 150],
  right_shoulder: [140, 150],
  left_elbow: [254, 228],
  right_elbow: [130, 228],
  left_hip: [220, 292],
  right_hip: [164, 292],
} as const;

/** Paints drawn people before a grey wall: each with their left edge and top, px, and how large. Nobody at all is a wall. */
export async function drawPeople(
  people: readonly { x: number; y: number; scale: number }[] = [{ x: 0, y: 0, scale: 1 }],
  { width, height } = { width: 384, height: 512 },
): Promise<Picture> {
  const figures = people.map(({ x, y, scale }) => `<g transform="translate(${x} ${y}) scale(${scale})">${drawing}</g>`).join('');
  const skin = '<stop offset="0" stop-color="#c98f6d"/><stop offset="0.5" stop-color="#e8b898"/><stop offset="1" stop-color="#b97f5d"/>';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><linearGradient id="skin">${skin}</linearGradient></defs><rect width="${width}" height="${height}" fill="#cfd6d8"/>${figures}</svg>`;
  const data = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer();
  return { width, height, data };
}

/** The drawn person with joints and mask as they were drawn, so that nothing need find them. */
export async function drawDressedPerson(): Promise<DressedPerson> {
  const { left_shoulder, right_shoulder, left_elbow, right_elbow, left_hip, right_hip, nose } = drawn_joints;
  const places: Partial<Record<string, readonly [number, number]>> = {
    nose,
    left_shoulder,
    right_shoulder,
    left_elbow,
    right_elbow,
    left_hip,
    right_hip,
    left_eye: [202, 70],
    right_eye: [182, 70],
    mouth_left: [200, 94],
    mouth_right: [184, 94],
    left_ear: [219, 74],
    right_ear: [165, 74],
    left_wrist: [258, 284],
    right_wrist: [126, 284],
    left_index: [258, 296],
    right_index: [126, 296],
    left_knee: [216, 395],
    right_knee: [168, 395],
    left_ankle: [214, 490],
    right_ankle: [170, 490],
  };
  const joints = Object.fromEntries(
    joint_names.map((name) => {
      const [x, y] = places[name] ?? [0, 0];
      return [name, { x, y, z: 0, seen: places[name] ? 1 : 0 }];
    }),
  ) as Joints;
  const [picture, wall] = [await drawPeople(), await drawPeople([])];
  const mask = Float32Array.from({ length: picture.width * picture.height }, (_, i) =>
    [0, 1, 2].some((c) => Math.abs(picture.data[i * 3 + c]! - wall.data[i * 3 + c]!) > 3) ? 1 : 0,
  );
  return { picture, joints, mask };
}
