import { timingSafeEqual } from 'node:crypto';
import { publicUrl } from '#platform/config/config.ts';
import type { Ctx } from '#platform/area/context.ts';
import type { LinkAnswer } from '#contract/inbox.ts';
import type { QuestionRow } from './question.store.ts';

/** After two months nobody remembers how it was; the app asks no longer than the link works. */
export const question_days = 60;

/** 128 bits: nobody guesses them, and the address stays short enough for one line of most mails. */
const mac_digits = 32;
const label = 'inbox.did-it-fit';
const form = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})([0-9a-f]{32})$/;

/** Signs what a link holds: which question, and nothing of whom it is put to. */
export const signToken = ({ keys }: Pick<Ctx, 'keys'>, question_id: string): string =>
  question_id.replaceAll('-', '') + keys.mac(question_id, label).slice(0, mac_digits);

/** Reads which question a token is for; null when we did not sign it. */
export function readToken({ keys }: Pick<Ctx, 'keys'>, token: string): string | null {
  const [, ...parts] = form.exec(token) ?? [];
  const mac = parts.pop();
  if (mac === undefined) return null;
  const question_id = parts.join('-');
  const right = keys.mac(question_id, label).slice(0, mac_digits);
  return timingSafeEqual(Buffer.from(mac), Buffer.from(right)) ? question_id : null;
}

/** Writes the address of a question's page, which answers at once where it carries an answer. */
export const questionUrl = (ctx: Pick<Ctx, 'keys' | 'config'>, question_id: string, answer?: LinkAnswer): string =>
  `${publicUrl(ctx.config)}/did-it-fit/${signToken(ctx, question_id)}${answer ? `?answer=${answer}` : ''}`;

/** What was asked before this has lapsed. */
export const askedSince = ({ clock }: Pick<Ctx, 'clock'>): Date => new Date(clock.now().getTime() - question_days * 86_400_000);

/** Tells whether a question was put to somebody, and not too long ago to be answered by its link. */
export const isLinkAlive = (ctx: Pick<Ctx, 'clock'>, { state, asked_at }: QuestionRow): boolean =>
  state !== 'planned' && state !== 'withdrawn' && asked_at !== null && Date.parse(asked_at) > askedSince(ctx).getTime();

/** Names a question's mail: the same for every try. */
export const messageId = (question_id: string): string => `did-it-fit-${question_id}`;
