import { drawGarment, type GarmentPicture } from '../cloth/picture.ts';
import { paletteOf, type Colorway } from '../garments/palette.ts';
import { drawingOf, type GarmentCm, type Recipe } from '../garments/recipe.ts';

export interface DrawingOrder {
  recipe: Recipe;
  garment_cm: GarmentCm;
  colors: readonly Colorway[];
  thread_hex: string;
  long_side_px: number;
}

/** Draws a product in each of its colours; runs in a worker thread. */
export function drawProduct({ recipe, garment_cm, colors, thread_hex, long_side_px }: DrawingOrder): GarmentPicture[] {
  const palettes = colors.map((color) => paletteOf(recipe, color, thread_hex));
  return drawGarment(drawingOf(recipe, garment_cm), palettes, long_side_px);
}
