import { adviseSize } from '#areas/fit/size-model/advise.ts';
import type { SizeCase } from './size-case.ts';
import { toEvidence, toGarment } from './to-evidence.ts';

/** What the size model says of a case. `scores` add up to one. */
export type Prediction = { id: string; recommended_size: string | null; confidence: number; scores: Record<string, number> };

/** Asks the size model about a case, and tells how long only its thinking took. */
export function predict(one: SizeCase): { prediction: Prediction; took_us: number } {
  const [evidence, garment, now] = [toEvidence(one), toGarment(one.product), new Date(one.asked_at)];
  const start_ms = performance.now();
  const { recommended_size, confidence, all_scores } = adviseSize(evidence, garment, now);
  const took_us = (performance.now() - start_ms) * 1000;
  const scores = Object.fromEntries(Object.entries(all_scores).map(([label, { score }]) => [label, score]));
  return { prediction: { id: one.id, recommended_size, confidence, scores }, took_us };
}
