import type { LinkedQuestion } from '#contract/inbox.ts';
import type { Translate } from '#web/messages/translate.ts';

/** Says back what was answered, so that a slip shows. */
export function saidText(t: Translate, { answer, size }: Pick<LinkedQuestion, 'answer' | 'size'>): string | null {
  if (answer === null) return null;
  if (answer === 'not_bought' || answer === 'never_ask') return t(`fitted.said_${answer}`);
  return t('fitted.said', { size, feel: t(`feel.${answer}`) });
}
