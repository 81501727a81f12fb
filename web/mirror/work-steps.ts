import type { TryOnSession } from '#contract/tryon.ts';

/** The steps that are shown, in their order. */
export const work_stages = ['photo', 'garments', 'rendering', 'saving'] as const;
type WorkStage = (typeof work_stages)[number];
export type StepState = 'done' | 'now' | 'ahead';

/** Where each begins within the whole, 0..1, as the server counts (areas/tryon/rendering/steps.ts). */
const begins: Record<WorkStage, number> = { photo: 0.05, garments: 0.1, rendering: 0.3, saving: 0.9 };

/** Says of each step whether it is done, and how much of it, 0..1; before the first nothing is. */
export function stepsOf({ stage, progress }: Pick<TryOnSession, 'stage' | 'progress'>) {
  const at = stage === 'done' ? work_stages.length : work_stages.findIndex((one) => one === stage);
  return work_stages.map((one, index) => {
    const state: StepState = index < at ? 'done' : index === at ? 'now' : 'ahead';
    const from = begins[one];
    const next = work_stages[index + 1];
    const to = next ? begins[next] : 1;
    const share = state === 'done' ? 1 : state === 'ahead' ? 0 : Math.min(1, Math.max(0, (progress - from) / (to - from)));
    return { stage: one, state, share };
  });
}
