import * as z from 'zod';
import { category } from './catalog.ts';
import { girthFeel, sizeLabel } from './fit.ts';
import { route } from './route.ts';
import { done, id, listOf, pageQuery, time, withId } from './values.ts';

const area = 'inbox';
/** Obeyed only for an API key with scope `act_for`: the integrator's own name for its shopper. */
const user_id = z.string().trim().min(1).max(120).optional();

/** One tap: how it was as a whole, or why there is nothing to say. */
export const fitAnswer = z.enum([...girthFeel.options, 'not_bought', 'never_ask']);
export type FitAnswer = z.infer<typeof fitAnswer>;

const garment = {
  brand: z.string(),
  product_name: z.string(),
  product_image: z.string().nullable(),
  category,
  size: z.string().meta({ description: 'As last advised before the question; after an answer the size it is about' }),
  size_options: z.array(z.string()),
  answer: fitAnswer.nullable(),
};

export const notice = z.object({
  id,
  kind: z.literal('did_it_fit'),
  created_at: time,
  is_read: z.boolean(),
  question: z.object({
    ...garment,
    session_id: id,
    product_id: id,
    profile_id: id,
    profile_name: z.string().nullable().meta({ description: 'null: for yourself' }),
  }),
});
export type Notice = z.infer<typeof notice>;

export const photoOutcome = z.enum(['ready', 'doubtful', 'failed']);
export type PhotoOutcome = z.infer<typeof photoOutcome>;

/** What came of photos while their person was elsewhere. */
export const photoNews = z.object({
  id,
  created_at: time,
  is_read: z.boolean(),
  photos: z.array(z.object({ item_id: id, outcome: photoOutcome })),
});
export type PhotoNews = z.infer<typeof photoNews>;

/** What whoever holds the link is shown: the garment that was asked about, and nothing else of the person. */
export const linkedQuestion = z.object({
  ...garment,
  session_id: id.nullable().meta({ description: 'Only for whoever is signed in as the person themselves' }),
  is_mailed: z.boolean().meta({ description: 'Such questions come by e-mail' }),
});
export type LinkedQuestion = z.infer<typeof linkedQuestion>;

/** What can be said with the link of a mail. */
export const linkAnswer = z.enum([...fitAnswer.options, 'no_mail']);
export type LinkAnswer = z.infer<typeof linkAnswer>;

const size_tried = sizeLabel.optional().meta({ description: 'Another size than the one asked about' });
const withToken = z.object({ token: z.string().min(1).max(100) });

export const inbox_routes = {
  listNotices: route({
    method: 'GET',
    path: '/v1/inbox',
    area,
    access: 'person',
    cost: 'read',
    scope: 'fit',
    summary: 'What you were told or asked, newest first',
    query: pageQuery.extend({
      cursor: z.uuid().optional(),
      user_id,
      session_id: id.optional().meta({ description: 'Only about this fitting' }),
      is_open: z.literal('true').optional().meta({ description: 'Only what waits for an answer' }),
    }),
    status: 200,
    response: listOf('notices', notice).extend({
      unread_count: z.int().meta({ description: 'Of the questions' }),
      photo_news: z.array(photoNews).meta({ description: 'What came of your photos, the newest ten; read or put away like the rest' }),
    }),
    errors: [],
  }),
  changeNotice: route({
    method: 'PATCH',
    path: '/v1/inbox/{id}',
    area,
    access: 'person',
    cost: 'write',
    scope: 'fit',
    is_owned: true,
    summary: 'Note that something was read, or put it away unanswered',
    params: withId,
    body: z.object({ is_read: z.literal(true).optional(), is_dismissed: z.literal(true).optional(), user_id }),
    status: 200,
    response: done,
    errors: ['request.not_found'],
  }),
  answerNotice: route({
    method: 'POST',
    path: '/v1/inbox/{id}/answer',
    area,
    access: 'person',
    cost: 'write',
    scope: 'fit',
    is_owned: true,
    summary: 'Answer “did it fit?” with one tap; the next advice knows. Answering again changes the answer',
    params: withId,
    body: z.object({ answer: fitAnswer, size_tried, user_id }),
    status: 200,
    response: notice,
    errors: ['request.not_found', 'fit.unknown_size'],
  }),
  readLinkedQuestion: route({
    method: 'GET',
    path: '/v1/fit-questions/{token}',
    area,
    access: 'public',
    cost: 'read',
    summary: 'The one question that a signed link is for; looking answers nothing',
    params: withToken,
    status: 200,
    response: linkedQuestion,
    errors: ['inbox.link_ended'],
  }),
  answerLinkedQuestion: route({
    method: 'POST',
    path: '/v1/fit-questions/{token}/answer',
    area,
    access: 'public',
    cost: 'write',
    summary: 'Answer the one question that a signed link is for, without signing in',
    params: withToken,
    body: z.object({ answer: linkAnswer, size_tried }),
    status: 200,
    response: linkedQuestion,
    errors: ['inbox.link_ended', 'fit.unknown_size'],
  }),
  answerByForm: route({
    method: 'POST',
    path: '/did-it-fit/{token}',
    area,
    access: 'public',
    cost: 'write',
    takes_form: true,
    summary: 'The same from a form of a browser without scripts, which is led back to the page; and one-click unsubscribe (RFC 8058)',
    params: withToken,
    body: z.object({ answer: linkAnswer.optional(), size_tried, 'List-Unsubscribe': z.literal('One-Click').optional() }),
    status: 200,
    response: done,
    errors: ['inbox.link_ended'],
  }),
} as const;
