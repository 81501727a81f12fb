import type { Fitting } from '#contract/fit.ts';
import { TextArea } from '#web/design/field.tsx';
import { Radios } from '#web/design/radios.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { FeedbackScales } from './feedback-scales.tsx';
import type { useFeedback } from './use-feedback.ts';

interface Props extends Pick<ReturnType<typeof useFeedback>, 'given' | 'change' | 'missing'> {
  fitting: Fitting;
  advised: string | null;
}

/** The questions themselves: which size, how it fits, whether it stays, and a note for those who want one. */
export function FeedbackFields({ fitting, advised, given, change, missing }: Props) {
  const t = useTranslate();
  return (
    <>
      <Radios
        look="sizes"
        legend={t('feedback.size')}
        value={given.size}
        onChange={(size) => change({ size })}
        error={missing.size}
        options={fitting.size_options.map((size) => {
          const is_best = size === advised;
          return { value: size, label: size, is_best, ...(is_best ? { aria_label: t('feedback.size_advised', { size }) } : {}) };
        })}
      />
      <FeedbackScales fitting={fitting} feedback={given.feedback} error={missing.overall} onChange={(feedback) => change({ feedback })} />
      <Radios
        look="choice"
        legend={t('feedback.keep_question')}
        value={given.keep}
        onChange={(keep) => change({ keep: keep as 'yes' | 'no' })}
        error={missing.keep}
        options={[
          { value: 'yes', label: t('feedback.keep') },
          { value: 'no', label: t('feedback.return') },
        ]}
      />
      {given.note !== null && (
        <TextArea
          label={t('feedback.note')}
          hint={t('feedback.note_hint')}
          maxLength={2000}
          rows={3}
          value={given.note}
          onChange={(event) => change({ note: event.target.value })}
        />
      )}
    </>
  );
}
