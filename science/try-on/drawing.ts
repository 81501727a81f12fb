import type { Canvas } from '../imaging/draw-mesh.ts';
import type { PersonParts } from './parse-person.ts';
import type { GarmentShape } from './try-on.ts';

/** A look in the making. */
export interface Drawing {
  canvas: Canvas;
  parts: PersonParts;
  /** All that is put on. */
  shapes: ReadonlySet<GarmentShape>;
}
