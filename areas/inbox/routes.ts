import { inbox_routes as routes } from '#contract/inbox.ts';
import { bind, type BoundRoute } from '#platform/area/area.ts';
import { answerByForm, answerLinkedQuestion, readLinkedQuestion } from './did-it-fit/linked-question.ts';
import { answerNotice, changeNotice, listNotices } from './did-it-fit/notices.ts';

export const inbox_bound: BoundRoute[] = [
  bind(routes.listNotices, (ctx, { query }) => listNotices(ctx, query)),
  bind(routes.changeNotice, async (ctx, { params, body }) => {
    await changeNotice(ctx, params.id, body);
    return { status: 'success' as const };
  }),
  bind(routes.answerNotice, (ctx, { params, body }) => answerNotice(ctx, params.id, body)),
  bind(routes.readLinkedQuestion, (ctx, { params }) => readLinkedQuestion(ctx, params.token)),
  bind(routes.answerLinkedQuestion, (ctx, { params, body }) => answerLinkedQuestion(ctx, params.token, body)),
  bind(routes.answerByForm, (ctx, { params, body }) => answerByForm(ctx, params.token, body)),
];
