import { drawGarment, type GarmentPicture, type Picture } from '../cloth/picture.ts';
import { drawFigure } from '../figure/draw-figure.ts';
import { dressFigure } from '../figure/dress-figure.ts';
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

/** Draws the figure in a product's first colour; null for what a figure does not wear. Runs in a worker thread. */
export function drawWorn({ recipe, colors, thread_hex }: DrawingOrder): Picture | null {
  const worn = dressFigure(recipe, colors[0]!, thread_hex);
  return worn && drawFigure(worn);
}
