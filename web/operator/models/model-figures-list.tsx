import type { ModelFigures, ModelVersion } from '#contract/models.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import type { Translate } from '#web/messages/translate.ts';
import { figureText, lossText } from './figure-text.ts';
import { gainOf, judgeGain, watched_figures, type WatchedFigure } from './read-model.ts';
import { TrendLine } from './trend-line.tsx';

/** How good a version is, figure by figure: the value, what it means, and how it went from version to version. */
export function ModelFiguresList({ versions, shown }: { versions: ModelVersion[]; shown: ModelVersion }) {
  const t = useTranslate();
  const { trial_count, held_out_count } = shown.figures;
  return (
    <section className="model-part" aria-label={t('operator.model_figures', { version: shown.version })}>
      {/* What "Figures" in the list below changes is said as it changes. */}
      <h3 className="b" aria-live="polite">
        {t('operator.model_figures', { version: shown.version })}
      </h3>
      <p className="small quiet">{t('operator.model_learned_from', { trials: trial_count, held_out: held_out_count })}</p>
      <dl className="model-figures">
        {watched_figures.map(({ name }) => (
          <div key={name}>
            <dt className="small">{t(`operator.model_${name}`)}</dt>
            <dd className="model-value">
              <span className="display head">{figureText(t, name, shown.figures[name])}</span>
              <TrendLine versions={versions} figure={name} shown={shown.version} />
            </dd>
            <dd className="micro quiet">{noteOf(t, name, shown.figures)}</dd>
          </div>
        ))}
      </dl>
      {versions.length > 1 && <p className="micro quiet">{t('operator.model_trend')}</p>}
    </section>
  );
}

function noteOf(t: Translate, name: WatchedFigure, figures: ModelFigures): string {
  if (name === 'mean_auc' && figures.mean_auc === null) return t('operator.model_note_no_auc');
  if (name !== 'log_loss') return t(`operator.model_note_${name}`);
  const by = t.percent(Math.abs(gainOf(figures)));
  return t('operator.model_note_log_loss', { judged: judgeGain(figures), by, before: lossText(t, figures.baseline_log_loss) });
}
