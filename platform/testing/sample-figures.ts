import type { ModelFigures } from '#contract/models.ts';

/** Figures as a training would give them, for tests and journeys; `change` says what differs. */
export function sampleFigures(change: Partial<ModelFigures> = {}): ModelFigures {
  return {
    trial_count: 1240,
    held_out_count: 310,
    log_loss: 0.604,
    baseline_log_loss: 0.652,
    mean_auc: 0.774,
    accuracy: 0.731,
    macro_f1: 0.498,
    ece: 0.018,
    drift: 0.041,
    reliability: [
      { from: 0.3, to: 0.4, count: 6, promised: 0.37, kept: 0.33 },
      { from: 0.4, to: 0.5, count: 31, promised: 0.46, kept: 0.48 },
      { from: 0.5, to: 0.6, count: 48, promised: 0.55, kept: 0.52 },
      { from: 0.6, to: 0.7, count: 66, promised: 0.65, kept: 0.67 },
      { from: 0.7, to: 0.8, count: 94, promised: 0.75, kept: 0.77 },
      { from: 0.8, to: 0.9, count: 53, promised: 0.84, kept: 0.83 },
      { from: 0.9, to: 1, count: 12, promised: 0.93, kept: 0.83 },
    ],
    surety: {
      count: 212,
      ece: 0.037,
      reliability: [
        { from: 0.4, to: 0.5, count: 28, promised: 0.46, kept: 0.5 },
        { from: 0.5, to: 0.6, count: 51, promised: 0.55, kept: 0.59 },
        { from: 0.6, to: 0.7, count: 62, promised: 0.65, kept: 0.63 },
        { from: 0.7, to: 0.8, count: 45, promised: 0.75, kept: 0.69 },
        { from: 0.8, to: 0.9, count: 26, promised: 0.84, kept: 0.81 },
      ],
    },
    by_group: [
      { group: 'sizing women', count: 214, accuracy: 0.724, log_loss: 0.617 },
      { group: 'sizing men', count: 96, accuracy: 0.747, log_loss: 0.575 },
      { group: 'smaller sizes', count: 71, accuracy: 0.704, log_loss: 0.641 },
      { group: 'middle sizes', count: 168, accuracy: 0.756, log_loss: 0.571 },
      { group: 'larger sizes', count: 71, accuracy: 0.7, log_loss: 0.646 },
    ],
    ...change,
  };
}
