import type { LinkAnswer } from '#contract/inbox.ts';

const answers: readonly LinkAnswer[] = [
  'too_small',
  'slightly_small',
  'perfect',
  'slightly_large',
  'too_large',
  'not_bought',
  'never_ask',
  'no_mail',
];

/** Reads the answer that a link carries; what is none is left out. */
export const readAnswer = ({ answer }: Record<string, unknown>): LinkAnswer | undefined => answers.find((one) => one === answer);
