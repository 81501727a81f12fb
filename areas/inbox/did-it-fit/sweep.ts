import * as z from 'zod';
import { job } from '#platform/area/area.ts';
import { enqueue } from '#platform/queue/enqueue.ts';
import { deleteOldPhotoNews } from '../photo-news/photo-news.store.ts';
import { ask_job } from './ask-question.ts';
import { deleteOld, listOverdue } from './question.store.ts';

/** A job that is only late comes by itself; this long after its time it is lost. */
const lost_after_ms = 3_600_000;
/** As many as an hour's sweep hands in; more wait for the next. */
const at_once = 1000;
/** An answer lives on in the fitting. That it was asked, and when, is of use to nobody after a year. */
const kept_days = 365;
/** By then the photos have been seen, or nobody looks. */
const photo_news_kept_days = 60;

/** Asks what should have been asked and was lost on the way, and removes what is a year old, every hour. */
export const sweep = job({
  name: 'inbox.sweep',
  payload: z.object({}),
  retry_limit: 2,
  retry_delay_s: 60,
  cron: '29 * * * *',
  run: async (ctx) => {
    const now_ms = ctx.clock.now().getTime();
    for (const question_id of await listOverdue(ctx, new Date(now_ms - lost_after_ms), at_once))
      await enqueue(ctx, ask_job, { question_id });
    await deleteOldPhotoNews(ctx, new Date(now_ms - photo_news_kept_days * 86_400_000));
    await deleteOld(ctx, new Date(now_ms - kept_days * 86_400_000));
  },
});
