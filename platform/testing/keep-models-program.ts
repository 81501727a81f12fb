import { loadConfig } from '#platform/config/load-config.ts';
import { promoteModel } from '#platform/models/change-model.ts';
import { registerModel, type TrainedModel } from '#platform/models/keep-model.ts';
import { openPlatform } from '#platform/start/open-platform.ts';
import { sampleFigures } from './sample-figures.ts';

/**
 * Keeps five versions of the size model beside a running server, by its own settings: one that was replaced, one in use, one
 * that was worse, one that drifted, and one that waits. `node keep-models-program.ts`.
 */
const tries: Pick<TrainedModel, 'figures' | 'refused_because'>[] = [
  { refused_because: null, figures: sampleFigures({ trial_count: 412, held_out_count: 103, log_loss: 0.652, baseline_log_loss: 0.689 }) },
  {
    refused_because: null,
    figures: sampleFigures({ trial_count: 820, held_out_count: 205, log_loss: 0.618, mean_auc: 0.761, ece: 0.024 }),
  },
  {
    refused_because: 'worse',
    figures: sampleFigures({ trial_count: 966, held_out_count: 241, log_loss: 0.671, mean_auc: null, accuracy: 0.66 }),
  },
  { refused_because: 'drifted', figures: sampleFigures({ trial_count: 1100, held_out_count: 275, log_loss: 0.629, drift: 0.47 }) },
  { refused_because: null, figures: sampleFigures() },
];
/** Of no form that areas/fit reads: advice goes on from the priors. */
const content = { form: 'sample' };
const platform = await openPlatform({ ...loadConfig(), LOG_LEVEL: 'warn' }, []);
try {
  const ctx = platform.systemCtx();
  const versions: number[] = [];
  for (const one of tries) versions.push(await registerModel(ctx, { name: 'size', content, ...one }));
  for (const version of versions.slice(0, 2)) await promoteModel(ctx, { name: 'size', version });
} finally {
  await platform.close();
}
