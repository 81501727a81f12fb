import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useRef } from 'react';
import type { Fitting, SizeAdvice } from '#contract/fit.ts';
import { useSubmitOutcome } from '#web/api/fitting-queries.ts';
import { Button } from '#web/design/button.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { GarmentPicture } from '#web/design/garment-picture.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { FeedbackFields } from './feedback-fields.tsx';
import { ProductLine } from './product-line.tsx';
import { suretyOf } from './read-advice.ts';
import { useFeedback } from './use-feedback.ts';

interface Props {
  fitting: Fitting;
  advice: SizeAdvice | undefined;
}

/** Asks how a size fitted, then goes back to an advice that already knows. */
export function FeedbackForm({ fitting, advice }: Props) {
  const t = useTranslate();
  const { brand, product_name, product_image, category, session_id } = fitting;
  const { given, change, missing, check } = useFeedback(fitting, advice?.recommended_size ?? null);
  const form = useRef<HTMLFormElement>(null);
  const submit = useSubmitOutcome(session_id);
  const navigate = useNavigate();
  const before = advice?.recommended_size ? { size: advice.recommended_size, percent: Math.round(suretyOf(advice) * 100) } : undefined;
  const save = (event: FormEvent) => {
    event.preventDefault();
    const outcome = check();
    if (!outcome) return focusFirstError(form.current);
    if (submit.isPending) return;
    submit.mutate(outcome, {
      onSuccess: () => void navigate({ to: '/fitting/$session_id', params: { session_id }, state: before ? { before } : {} }),
    });
  };
  const picture = { src: product_image, category, alt: t('fitting.picture', { product: product_name, brand }) };
  return (
    <div className="telling">
      <GarmentPicture className="pic-tall" {...picture} />
      <form ref={form} noValidate onSubmit={save}>
        <div className="prod">
          <GarmentPicture {...picture} />
          <ProductLine fitting={fitting} is_stacked />
        </div>
        <h1 className="display head">{given.size ? t('feedback.title', { size: given.size }) : t('feedback.title_none')}</h1>
        <p className="quiet" style={{ marginTop: 6 }}>
          {t('feedback.lead')}
        </p>
        <FeedbackFields {...{ fitting, given, change, missing }} advised={advice?.recommended_size ?? null} />
        {submit.error && <ErrorNotice error={submit.error} />}
        <div style={{ display: 'grid', gridTemplateColumns: given.note === null ? '1fr auto' : '1fr', gap: 10 }}>
          <Button type="submit" look="ink" is_tall is_busy={submit.isPending}>
            {t('feedback.save')}
          </Button>
          {given.note === null && (
            <Button look="quiet" is_tall onClick={() => change({ note: '' })}>
              {t('feedback.add_note')}
            </Button>
          )}
        </div>
        <p style={{ marginTop: 8 }}>
          <Link className="link small" to="/fitting/$session_id" params={{ session_id }}>
            {t('feedback.back')}
          </Link>
        </p>
      </form>
    </div>
  );
}

/** Errors are drawn after this event, so the first one is looked for in the next frame. */
function focusFirstError(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('fieldset:has(.error) input')?.focus());
}
