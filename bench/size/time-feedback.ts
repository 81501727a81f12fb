import type { ShopperEvidence } from '#areas/fit/size-model/evidence.ts';
import { inferWearer } from '#areas/fit/size-model/infer-wearer.ts';
import type { SizeCase } from './size-case.ts';
import { toEvidence, toGarment } from './to-evidence.ts';

/** One case in so many is enough to see how long it takes. */
const every = 4;
/** The least of so many counts: what else the machine does meanwhile is no part of it. */
const repeats = 3;

/**
 * Measures how long one more feedback takes until it has moved what is believed of the wearer: all is inferred anew from what is
 * told, nothing is trained. The feedback is a made-up one of the middle size asked about. In us, at half and at 95 of 100 cases.
 */
export function timeFeedback(cases: readonly SizeCase[]): { p50: number; p95: number } {
  const times_us = cases.filter((_, i) => i % every === 0).map(timeOne);
  const sorted = times_us.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? NaN);
  return { p50: at(0.5), p95: at(0.95) };
}

function timeOne(one: SizeCase): number {
  const [evidence, garment, now] = [toEvidence(one), toGarment(one.product), new Date(one.asked_at)];
  const size_tried = garment.sizes[Math.floor(garment.sizes.length / 2)]!.label;
  const fit_feedback = { overall: 'slightly_small' } as const;
  const more: ShopperEvidence = { ...evidence, history: [...evidence.history, { garment, size_tried, fit_feedback, at: now }] };
  return Math.min(
    ...Array.from({ length: repeats }, () => {
      const start_ms = performance.now();
      inferWearer(more, garment, now);
      return (performance.now() - start_ms) * 1000;
    }),
  );
}
