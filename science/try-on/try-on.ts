import type { Joints } from '../body/joints.ts';
import type { Picture } from '../imaging/picture.ts';

/** What decides where a garment hangs on a body. */
export type GarmentShape = 'top' | 'dress' | 'skirt' | 'trousers' | 'shorts';

/** Someone who is to be dressed. */
export interface DressedPerson {
  /** RGB; the long side is best 1024 px. */
  picture: Picture;
  joints: Joints;
  /** Opacity 0..1 of the person, [height x width]. */
  mask: Float32Array;
}

/** What is put on: a garment cut out from its background. */
export interface WornGarment {
  /** RGBA, seen from the front. */
  picture: Picture;
  shape: GarmentShape;
}

/** How far one part of a look can be believed. */
export interface LookPart {
  /** Which of the garments, by its place in what was given. */
  garment: number;
  /** Left is left in the picture. */
  name: 'torso' | 'left_sleeve' | 'right_sleeve' | 'left_leg' | 'right_leg' | 'skirt';
  /** 0..1; below a half the page shows it as guessed. */
  confidence: number;
}

/** A person in other clothes. All pictures are of the photo's size. */
export interface Look {
  /** RGB: what is shown. */
  preview: Picture;
  /** RGB: the person without what the garments replace. */
  person: Picture;
  /** RGBA: the garments as they hang, before light is put on them. */
  garment: Picture;
  /** [height x width] light that falls on the garments, 1 is none more and none less. */
  shading: Float32Array;
  /** 0..1: the least of its parts'. How much each outline is like that of such a garment; how well it hangs is not measured yet. */
  confidence: number;
  parts: LookPart[];
}

/** Which of the worn garments go. */
export interface TakenOff {
  upper: boolean;
  lower: boolean;
}
