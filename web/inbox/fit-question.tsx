import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import type { FitAnswer, Notice } from '#contract/inbox.ts';
import { useAnswer, useDismiss } from './inbox-queries.ts';
import { Button } from '#web/design/button.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { AnswerForm } from './answer-form.tsx';
import { saidText } from './said-text.ts';

/** "Did it fit?" as a band: one tap answers, and what was said stays to be seen, and changed, until the page is left. */
export function FitQuestion({ notice }: { notice: Notice }) {
  const t = useTranslate();
  const heading = useId();
  const answer = useAnswer(notice);
  const dismiss = useDismiss(notice);
  const question = answer.data?.question ?? notice.question;
  const { product_name: product, size, profile_name: name, session_id } = question;
  const said = saidText(t, question);
  const error = answer.error ?? dismiss.error;
  return (
    <section className="fit-question" aria-labelledby={heading}>
      <h2 className="title display" id={heading}>
        {name === null ? t('fitted.title', { product, size }) : t('fitted.title_for', { product, size, name })}
      </h2>
      <AnswerForm
        question={question}
        is_busy={answer.isPending}
        onAnswer={(body) => answer.mutate(body as { answer: FitAnswer; size_tried?: string })}
      >
        {said === null && (
          <Button look="link" is_busy={dismiss.isPending} onClick={() => dismiss.mutate()}>
            {t('fitted.not_now')}
          </Button>
        )}
      </AnswerForm>
      <div className="answered" role="status">
        {said !== null && (
          <>
            <p className="small">
              <i className="seam" /> {said}
            </p>
            <p>
              <Link className="link small" to="/fitting/$session_id/feedback" params={{ session_id }}>
                {t('fitted.more')}
              </Link>
            </p>
          </>
        )}
      </div>
      {error && <ErrorNotice error={error} />}
    </section>
  );
}
