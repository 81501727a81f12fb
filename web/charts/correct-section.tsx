import { useRef } from 'react';
import type { SizeChartShown } from '#contract/size-charts.ts';
import { Button } from '#web/design/button.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { CorrectForm } from './correct-form.tsx';
import type { Subject } from './use-correction.ts';

interface Props {
  subject: Subject;
  own: Pick<SizeChartShown, 'sizes'> | undefined;
  size_options: readonly string[];
  is_open: boolean;
  onOpen: (is_open: boolean) => void;
  onSaved: (saved: SizeChartShown) => void;
}

/** The way to put a chart right, or to give one that is missing; closed until it is wanted. */
export function CorrectSection({ is_open, onOpen, ...form }: Props) {
  const t = useTranslate();
  const title = useRef<HTMLHeadingElement>(null);
  const open = (next: boolean) => {
    onOpen(next);
    title.current?.focus();
  };
  return (
    <section className="sect correct" aria-labelledby="correct">
      <h2 ref={title} className="display head" id="correct" tabIndex={-1}>
        {t(form.own ? 'charts.correct' : 'charts.give', { brand: form.subject.brand })}
      </h2>
      <p className="quiet">{t(form.own ? 'charts.correct_lead' : 'charts.give_lead', { brand: form.subject.brand })}</p>
      {is_open ? (
        <CorrectForm {...form} onCancel={() => open(false)} />
      ) : (
        <div>
          <Button onClick={() => open(true)}>{t(form.own ? 'charts.correct_open' : 'charts.give_open')}</Button>
        </div>
      )}
    </section>
  );
}
