import type { Joints } from '#science/body/joints.ts';
import type { GarmentShape, Look } from '#science/try-on/try-on.ts';

/** What goes to the thread that draws: plain data. */
export interface RenderInput {
  photo: Uint8Array;
  joints: Joints;
  /** Which pixels are the person's, as a grey PNG; left out, it is found. */
  mask?: Uint8Array;
  garments: { picture: Uint8Array; shape: GarmentShape }[];
}

export interface DrawnFile {
  content: Uint8Array;
  media_type: string;
  width: number;
  height: number;
}

/** A look as files, as it leaves the thread. */
export type DrawnLook = Record<'preview' | 'person' | 'garment' | 'shading', DrawnFile> & Pick<Look, 'confidence' | 'parts'>;
