import type { Area } from '#platform/area/area.ts';
import { webhooks } from './webhooks/webhooks.ts';

/** What people and integrators are told: see README.md. */
export const inbox: Area = {
  name: 'inbox',
  migrations: new URL('migrations/', import.meta.url),
  routes: [...webhooks.routes],
  jobs: [...webhooks.jobs],
  commands: [],
  subscriptions: [...webhooks.subscriptions],
  personal_data: webhooks.personal_data,
};
