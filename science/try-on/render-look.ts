import { blankCanvas } from '../imaging/draw-mesh.ts';
import { carryLight } from './carry-light.ts';
import type { Drawing } from './drawing.ts';
import { drawLower } from './draw-lower.ts';
import { drawTop } from './draw-top.ts';
import { settleShape } from './garment/settle-shape.ts';
import { parsePerson } from './parse-person.ts';
import { takeOff } from './take-off.ts';
import type { DressedPerson, GarmentShape, Look, LookPart, WornGarment } from './try-on.ts';
import type { Picture } from '../imaging/picture.ts';

/**
 * Dresses a person in what was cut out of other pictures, from the skin outwards. Deterministic. A garment in which nothing can be made out is not drawn: its
 * one part has a confidence of 0, and nothing is taken off for it.
 */
export function renderLook(person: DressedPerson, said: readonly WornGarment[]): Look {
  const garments = said.map(({ picture, shape }) => ({ picture, shape: settleShape(picture, shape) }));
  const parts = parsePerson(person);
  const drawing: Drawing = { canvas: blankCanvas(person.picture), parts, shapes: new Set(garments.map(({ shape }) => shape)) };
  const told: LookPart[] = [];
  const drawn = new Set<GarmentShape>();
  for (const [index, garment] of garments.entries()) {
    const own = (isUpper(garment.shape) ? drawTop(drawing, garment) : drawLower(drawing, garment)) ?? [
      { name: 'torso' as const, confidence: 0 },
    ];
    told.push(...own.map((part) => ({ ...part, garment: index })));
    if (own.every(({ confidence }) => confidence > 0)) drawn.add(garment.shape);
  }
  const upper = drawn.has('top') || drawn.has('dress');
  const lower = [...drawn].some((shape) => shape !== 'top');
  const cleared = upper || lower ? takeOff(person.picture, parts, { upper, lower }, drawing.canvas) : person.picture;
  return compose(person, cleared, { drawing, told });
}

const isUpper = (shape: GarmentShape): shape is 'top' | 'dress' => shape === 'top' || shape === 'dress';

function compose(
  person: DressedPerson,
  cleared: Picture,
  { drawing: { canvas, parts }, told }: { drawing: Drawing; told: LookPart[] },
): Look {
  const { width, height } = person.picture;
  const preview = new Uint8ClampedArray(cleared.data);
  const garment = new Uint8ClampedArray(width * height * 4);
  const shading = carryLight(person.picture, [parts.upper, parts.below.lower], parts.frame.width);
  for (let i = 0; i < width * height; i++) {
    const opacity = parts.head[i] ? 0 : Math.min(1, canvas.data[i * 4 + 3]!);
    if (opacity <= 0) continue;
    for (let c = 0; c < 3; c++) {
      const color = canvas.data[i * 4 + c]! / canvas.data[i * 4 + 3]!;
      garment[i * 4 + c] = color;
      preview[i * 3 + c] = Math.min(255, color * shading[i]!) * opacity + (1 - opacity) * cleared.data[i * 3 + c]!;
    }
    garment[i * 4 + 3] = opacity * 255;
  }
  const confidence = told.length === 0 ? 0 : Math.min(...told.map((part) => part.confidence));
  return {
    preview: { width, height, data: preview },
    person: cleared,
    garment: { width, height, data: garment },
    shading,
    confidence,
    parts: told,
  };
}
