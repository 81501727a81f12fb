/** Pixels as a canvas gives them: [height x width x 4], red, green, blue and opacity 0..255, not multiplied in. */
export interface Pixels {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

export interface LookLayers {
  /** The person without what is replaced. */
  person: Pixels;
  /** The garments as they hang. */
  garment: Pixels;
  /** The light on them: 128 changes nothing, 255 doubles. */
  shading: Pixels;
}

/** How much one end of the slider changes: the whole picture's light, how deep folds are, and its colour. */
const gain = 0.24;
const depth = 0.55;
const warmth = { red: 0.1, blue: 0.14 };
const neutral = 128;

/**
 * Lays the garments over the person in another light, written into `into` (as many pixels). `light` from -1, evening: warmer,
 * darker, soft folds, to 1, noon: brighter, deep ones; 0 is the light of the photo, garment x shading / 128 over the
 * person. O(pixels).
 */
export function composeLook({ person, garment, shading }: LookLayers, light: number, into: Uint8ClampedArray): void {
  const folds = 1 + depth * light;
  const whole = 1 + gain * light;
  const evening = Math.max(0, -light);
  const tints = [whole * (1 + warmth.red * evening), whole, whole * (1 - warmth.blue * evening)];
  for (let i = 0; i < into.length; i += 4) {
    const opacity = garment.data[i + 3]! / 255;
    for (let c = 0; c < 3; c++) {
      const under = person.data[i + c]!;
      const fold = opacity === 0 ? 1 : Math.max(0, 1 + folds * (shading.data[i + c]! / neutral - 1));
      const over = Math.min(255, garment.data[i + c]! * fold);
      into[i + c] = (under + (over - under) * opacity) * tints[c]!;
    }
    into[i + 3] = 255;
  }
}
