import { type FormEvent, type ReactNode, useState } from 'react';
import type { LinkAnswer, LinkedQuestion } from '#contract/inbox.ts';
import { Disclosure } from '#web/design/disclosure.tsx';
import { FitAnswers } from '#web/design/fit-answers.tsx';
import { girth_feels } from '#web/design/fit-scale.tsx';
import { Radios } from '#web/design/radios.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';

type Feel = (typeof girth_feels)[number];
export const feelOf = (answer: string | null): Feel | null => girth_feels.find((feel) => feel === answer) ?? null;

interface Props {
  question: Pick<LinkedQuestion, 'size' | 'size_options' | 'answer'>;
  /** Where the form goes without scripts. */
  action?: string;
  is_busy: boolean;
  onAnswer: (said: { answer: LinkAnswer; size_tried?: string }) => void;
  /** More answers, as buttons of this form. */
  children?: ReactNode;
}

/** Every answer is one tap: how it was, that it was not bought, or that nobody is to ask; another size can be named first. */
export function AnswerForm({ question: { size, size_options, answer }, action, is_busy, onAnswer, children }: Props) {
  const t = useTranslate();
  const [size_tried, setSizeTried] = useState(size);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const pressed = (event.nativeEvent as SubmitEvent).submitter;
    if (is_busy || !(pressed instanceof HTMLButtonElement)) return;
    onAnswer({ answer: pressed.value as LinkAnswer, ...(size_tried === size ? {} : { size_tried }) });
  };
  return (
    <form className="answer-form" method="post" action={action} onSubmit={send}>
      <FitAnswers legend={t('fitted.page')} value={feelOf(answer)} is_busy={is_busy} />
      <div className="others">
        <OtherAnswer answer="not_bought" said={answer} is_busy={is_busy} />
        <OtherAnswer answer="never_ask" said={answer} is_busy={is_busy} />
        {children}
      </div>
      {size_options.length > 1 && (
        <Disclosure title={t('fitted.other_size')}>
          <Radios
            look="sizes"
            name="size_tried"
            legend={t('fitted.size')}
            value={size_tried}
            onChange={setSizeTried}
            options={size_options.map((label) => ({ value: label, label }))}
          />
        </Disclosure>
      )}
    </form>
  );
}

function OtherAnswer({ answer, said, is_busy }: { answer: 'not_bought' | 'never_ask'; said: string | null; is_busy: boolean }) {
  const t = useTranslate();
  return (
    <button
      className="link small"
      type="submit"
      name="answer"
      value={answer}
      aria-pressed={said === answer}
      aria-disabled={is_busy || undefined}
    >
      {t(`fitted.${answer}`)}
    </button>
  );
}
