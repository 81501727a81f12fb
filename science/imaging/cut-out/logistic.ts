/** Gives 1 / (1 + e^-x). */
export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** Undoes `logistic`; probabilities nearer than `margin` to 0 or 1 count as that near, so that no guess is beyond revision. */
export function logOdds(probability: number, margin = 0.02): number {
  const p = Math.min(1 - margin, Math.max(margin, probability));
  return Math.log(p / (1 - p));
}
