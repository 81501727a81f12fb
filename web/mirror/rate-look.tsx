import { type FormEvent, useRef, useState } from 'react';
import type { TryOnSession } from '#contract/tryon.ts';
import { useRateLook } from '#web/api/mirror-queries.ts';
import { Button } from '#web/design/button.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { TextArea } from '#web/design/field.tsx';
import { Radios } from '#web/design/radios.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';

const grades = [1, 2, 3, 4, 5] as const;
const notes_max = 1000;

/** How true somebody finds a look: one tap, and words for who has some. Said again it replaces what was said. */
export function RateLook({ session }: { session: TryOnSession }) {
  const t = useTranslate();
  const given = session.feedback;
  const rate = useRateLook(session.session_id);
  const [is_open, setOpen] = useState(false);
  const [accuracy, setAccuracy] = useState<number | null>(given?.accuracy ?? null);
  const [notes, setNotes] = useState(given?.notes ?? '');
  const [is_missing, setMissing] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (accuracy === null) return setMissing(true);
    if (rate.isPending) return;
    rate.mutate(
      { accuracy, notes: notes.trim() || null },
      {
        onSuccess: () => {
          setOpen(false);
          opener.current?.focus();
        },
      },
    );
  };
  return (
    <div className="stack rate-look">
      <p className="row wraps wide-gap">
        <Button ref={opener} look="link" aria-expanded={is_open} onClick={() => setOpen(!is_open)}>
          {t('mirror.rate')}
        </Button>
        <span className="small quiet" role="status">
          {given && !is_open && t('mirror.rated', { accuracy: given.accuracy })}
        </span>
      </p>
      {is_open && (
        <form className="stack" noValidate onSubmit={send}>
          <Radios
            look="sizes"
            legend={t('mirror.rate_question')}
            value={accuracy === null ? null : String(accuracy)}
            onChange={(value) => {
              setAccuracy(Number(value));
              setMissing(false);
            }}
            error={is_missing ? t('mirror.rate_missing') : undefined}
            options={grades.map((grade) => ({
              value: String(grade),
              label: t.number(grade),
              aria_label:
                grade === 1 ? t('mirror.rate_least', { grade }) : grade === 5 ? t('mirror.rate_most', { grade }) : t.number(grade),
            }))}
          />
          <p className="row between micro faint" aria-hidden="true">
            <span>{t('mirror.rate_low')}</span>
            <span>{t('mirror.rate_high')}</span>
          </p>
          <TextArea
            label={t('mirror.rate_notes')}
            hint={t('mirror.rate_notes_hint')}
            maxLength={notes_max}
            rows={3}
            value={notes}
            onChange={(event) => setNotes(event.target.value)}
          />
          {rate.error && <ErrorNotice error={rate.error} />}
          <Button type="submit" is_busy={rate.isPending}>
            {t('mirror.rate_send')}
          </Button>
        </form>
      )}
    </div>
  );
}
