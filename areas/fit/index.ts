import type { Area } from '#platform/area/area.ts';
import { countOutcomes } from './count-outcome.ts';
import { personal_data } from './personal-data.ts';
import { fit_bound } from './routes.ts';
import { sweep } from './sweep.ts';

export const fit: Area = {
  name: 'fit',
  migrations: new URL('migrations/', import.meta.url),
  routes: fit_bound,
  jobs: [sweep],
  commands: [],
  subscriptions: [countOutcomes],
  personal_data,
};

export { findAdvisedFitting, findFittingOwner } from './fitting.store.ts';
export { sayOverall, takeBackOutcome } from './say-overall.ts';
