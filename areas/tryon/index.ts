import type { Area } from '#platform/area/area.ts';
import { sweep, sweep_command } from './expiry/sweep.ts';
import { personal_data } from './personal-data.ts';
import { render_job } from './rendering/render-job.ts';
import { saved_looks } from './saved-looks.ts';
import { tryon_bound } from './routes.ts';

/** Photos of people, and how garments look on them. See README.md. */
export const tryon: Area = {
  name: 'tryon',
  migrations: new URL('migrations/', import.meta.url),
  routes: tryon_bound,
  jobs: [render_job, sweep],
  commands: [sweep_command],
  subscriptions: [],
  personal_data,
  saved_things: saved_looks,
};
