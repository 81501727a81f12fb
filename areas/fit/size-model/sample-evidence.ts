import type { FitFeedback } from '#contract/fit.ts';
import type { GarmentEvidence, HistoryEvidence, ShopperEvidence } from './evidence.ts';

/** Made-up garments and shoppers for the tests of this folder. Chart: EN 13402-3 men, letters. */
export const now = new Date('2026-06-01T00:00:00Z');
export const labels = ['XS', 'S', 'M', 'L', 'XL', 'XXL'];

/** Builds a men's regular shirt with a chest chart of 8 cm steps, M = 94 to 102. */
export function sampleGarment(changes: Partial<GarmentEvidence> = {}): GarmentEvidence {
  return {
    brand: 'Aldwick',
    category: 'shirt',
    sizing: 'men',
    fit: 'regular',
    stretch: 'none',
    is_chart_estimated: false,
    sizes: labels.map((label, i) => ({ label, body_cm: { chest: [78 + 8 * i, 86 + 8 * i] } })),
    ...changes,
  };
}

/** Builds a man of whom nothing else is known. */
export function sampleShopper(changes: Partial<ShopperEvidence> = {}): ShopperEvidence {
  return { sizing: 'men', body: {}, owned: [], history: [], ...changes };
}

/** Builds one try-on of another brand's shirt, a month ago unless told. */
export function sampleTry(size_tried: string, overall: FitFeedback['overall'], changes: Partial<HistoryEvidence> = {}): HistoryEvidence {
  return {
    garment: sampleGarment({ brand: 'Estuary' }),
    size_tried,
    fit_feedback: { overall },
    at: new Date('2026-05-01T00:00:00Z'),
    ...changes,
  };
}
