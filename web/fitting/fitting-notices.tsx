import type { Fitting, SizeAdvice } from '#contract/fit.ts';
import { useBegin } from '#web/catalog/use-begin.ts';
import { Button } from '#web/design/button.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { useUnits } from '#web/people/units-context.ts';
import { ChartLine } from './chart-line.tsx';
import { qualityText } from './quality-text.ts';
import { suretyOf } from './read-advice.ts';
import { useToldBefore } from './use-told-before.ts';

/** What changed and what is old: said before anybody relies on it. */
export function FittingNotices({ fitting, advice }: { fitting: Fitting; advice: SizeAdvice }) {
  return (
    <div className="notices">
      <ChartSaved />
      <Changed advice={advice} />
      {fitting.stale && <Stale fitting={fitting} />}
    </div>
  );
}

/** What was told of this garment, and what its page did not say. */
export function FittingFacts({ fitting }: { fitting: Fitting }) {
  return (
    <div className="notices">
      <ChartLine fitting={fitting} />
      <Told fitting={fitting} />
      <QualityNotes fitting={fitting} />
    </div>
  );
}

function ChartSaved() {
  const said = useToldBefore().chart_saved;
  if (!said) return null;
  return (
    <div role="status">
      <p className="small">
        <i className="seam" /> {said}
      </p>
    </div>
  );
}

function Changed({ advice }: { advice: SizeAdvice }) {
  const t = useTranslate();
  const before = useToldBefore().before;
  const size = advice.recommended_size;
  if (!before || size === null) return null;
  const after = Math.round(suretyOf(advice) * 100);
  const text =
    before.size !== size
      ? t('fitting.changed', { before: before.size, after: size })
      : after !== before.percent
        ? t('fitting.surer', { size, before: t.percent(before.percent / 100), after: t.percent(after / 100) })
        : t('fitting.saved');
  return (
    <div className="notice" role="status">
      <p className="small">
        <i className="seam" /> {text}
      </p>
    </div>
  );
}

function Told({ fitting: { outcome } }: { fitting: Fitting }) {
  const t = useTranslate();
  if (!outcome) return null;
  return (
    <p className="small quiet">
      <i className="seam" /> {t('fitting.told', { size: outcome.size_tried, feel: t(`feel.${outcome.fit_feedback.overall}`) })}
    </p>
  );
}

function Stale({ fitting }: { fitting: Fitting }) {
  const t = useTranslate();
  const { begin, error, is_busy } = useBegin();
  return (
    <div className="notice basted">
      <p className="small">
        <span className="b">{t('fitting.stale', { brand: fitting.brand })}</span> {t('fitting.stale_why')}
      </p>
      <div>
        <Button look="link" is_busy={is_busy} onClick={() => begin({ product_url: fitting.product_url })}>
          {t(is_busy ? 'home.reading' : 'fitting.try_again')}
        </Button>
      </div>
      {error && <ErrorNotice error={error} />}
    </div>
  );
}

/** Notes are the product's, the same for everybody; which chart counts for this shopper is told by its own line. */
const told_by_chart_line: readonly string[] = ['estimated_size_chart', 'no_size_chart'];

function QualityNotes({ fitting }: { fitting: Fitting }) {
  const t = useTranslate();
  const { units } = useUnits();
  const is_corrected = fitting.size_chart?.origin === 'correction';
  const quality = fitting.quality.filter(({ code }) => !told_by_chart_line.includes(code) && !(is_corrected && code === 'chart_disagrees'));
  if (quality.length === 0) return null;
  return (
    <section>
      <h2 className="small b" style={{ marginBottom: 8 }}>
        {t('fitting.quality')}
      </h2>
      <ul className="evidence small" style={{ gap: 6 }}>
        {quality.map((note) => (
          <li key={note.code + note.message}>
            <i className="baste" />
            <p>{qualityText(t, note, units)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
