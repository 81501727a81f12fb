import { setTimeout } from 'node:timers/promises';
import { askService, type ServiceAnswer, type ServiceQuestion } from '#platform/outbound/ask-service.ts';
import { OutsideRefused, type Drawing } from './outside-renderer.ts';

/** Four pictures of 2048 px as PNG, in base64; whoever sends more sends something else. */
const answer_max_bytes = 32 * 1024 * 1024;
/** Between two tries. Somebody waits: whoever asks for more patience is left for our own renderer. */
const pause_ms = 500;
const patience_s = 3;

/** Answers after which the same question may be answered well. */
const passing: ReadonlySet<number> = new Set([429, 500, 502, 503, 504]);

/** No model draws in so little time; one that fails later may have drawn, ms. */
const immediate_ms = 2000;

export type Question = Omit<ServiceQuestion, 'answer_max_bytes'>;

interface Asking {
  wait_ms?: number | undefined;
  /** Where an answer is a picture that costs something; asking how far one is costs nothing. */
  spend?: Drawing['spend'] | undefined;
}

/** Asks once, and once more when that may help soon. Gives the answer, whatever it says; throws `unavailable` and `bad_answer` where there is none. */
export async function askOutside(
  url: string,
  question: Question,
  { wait_ms = pause_ms, spend = () => undefined }: Asking = {},
): Promise<Answered> {
  const first = await askOnce(url, question, spend);
  const again_s = repeatAfter(first);
  if (again_s === null) return whole(first);
  await setTimeout(Math.max(wait_ms, again_s * 1000), undefined, { signal: question.signal }).catch(() => question.signal.throwIfAborted());
  return whole(await askOnce(url, question, spend));
}

/** Each time is a picture, also one whose answer never came. */
async function askOnce(url: string, question: Question, spend: Drawing['spend']): Promise<ServiceAnswer> {
  spend(1);
  const began_ms = performance.now();
  const answer = await askService(url, { ...question, answer_max_bytes });
  if (isUnbegun(answer, performance.now() - began_ms)) spend(-1);
  return answer;
}

function isUnbegun(answer: ServiceAnswer, took_ms: number): boolean {
  if ('failure' in answer) return !answer.was_sent;
  return answer.status >= 500 ? took_ms < immediate_ms : answer.status >= 300;
}

export type Answered = Exclude<ServiceAnswer, { failure: string }>;

function repeatAfter(answer: ServiceAnswer): number | null {
  if ('failure' in answer) return answer.failure === 'unreachable' ? 0 : null;
  const again_s = answer.retry_after_s ?? 0;
  return passing.has(answer.status) && again_s <= patience_s ? again_s : null;
}

function whole(answer: ServiceAnswer): Answered {
  if (!('failure' in answer)) return answer;
  if (answer.failure === 'too_large') throw new OutsideRefused('bad_answer', 'sent more than any picture');
  throw new OutsideRefused('unavailable', 'could not be reached, or hung up');
}

/** What a status other than 200 means, where a service has no word of its own for it. */
export function refusedBy({ status, retry_after_s }: Answered, model: string): OutsideRefused {
  if (status === 401 || status === 403) return new OutsideRefused('not_allowed', `answered ${status}: is the key right?`);
  if (status === 404 || status === 410) return new OutsideRefused('retired', `answered ${status}: there is no model ${model} any more`);
  if (status === 429) return new OutsideRefused('rate_limited', 'answered 429', { retry_after_s });
  return new OutsideRefused('unavailable', `answered ${status}`, { retry_after_s });
}
