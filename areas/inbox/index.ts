import type { Area } from '#platform/area/area.ts';
import { ask_job } from './did-it-fit/ask-question.ts';
import { mail_job } from './did-it-fit/mail-question.ts';
import { note_outcome } from './did-it-fit/note-outcome.ts';
import { personal_data } from './did-it-fit/personal-data.ts';
import { plan_question } from './did-it-fit/plan-question.ts';
import { sweep } from './did-it-fit/sweep.ts';
import { inbox_bound } from './routes.ts';

/** What people are told and asked: see README.md. */
export const inbox: Area = {
  name: 'inbox',
  migrations: new URL('migrations/', import.meta.url),
  routes: inbox_bound,
  jobs: [ask_job, mail_job, sweep],
  commands: [],
  subscriptions: [plan_question, note_outcome],
  personal_data,
};
