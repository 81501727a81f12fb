import type { Area } from '#platform/area/area.ts';
import { ask_job } from './did-it-fit/ask-question.ts';
import { mail_job } from './did-it-fit/mail-question.ts';
import { note_outcome } from './did-it-fit/note-outcome.ts';
import { plan_question } from './did-it-fit/plan-question.ts';
import { sweep } from './did-it-fit/sweep.ts';
import { personal_data } from './personal-data.ts';
import { note_photo } from './photo-news/photo-news.ts';
import { inbox_bound } from './routes.ts';
import { webhooks } from './webhooks/webhooks.ts';

/** What people and integrators are told and asked: see README.md. */
export const inbox: Area = {
  name: 'inbox',
  migrations: new URL('migrations/', import.meta.url),
  routes: [...inbox_bound, ...webhooks.routes],
  jobs: [ask_job, mail_job, sweep, ...webhooks.jobs],
  commands: [],
  subscriptions: [plan_question, note_outcome, note_photo, ...webhooks.subscriptions],
  personal_data,
};
