import type { Area } from '#platform/area/area.ts';
import { countFittings, countPurchases } from './count-outcome.ts';
import { learning_commands } from './learning/commands.ts';
import { train_job } from './learning/train-size-model.ts';
import { personal_data } from './personal-data.ts';
import { fit_bound } from './routes.ts';
import { sweep } from './sweep.ts';

export const fit: Area = {
  name: 'fit',
  migrations: new URL('migrations/', import.meta.url),
  routes: fit_bound,
  jobs: [sweep, train_job],
  commands: learning_commands,
  subscriptions: [countFittings, countPurchases],
  personal_data,
};

export { findAdvisedFitting, findFeedback, findFittingOwner, findRecommended } from './fitting.store.ts';
export { findOutcome, type OutcomeRow } from './outcomes/outcome.store.ts';
export { sayOverall, takeBackOutcome } from './say-overall.ts';
