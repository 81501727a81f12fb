import type { ModelVersion } from '#contract/models.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import { CalibrationPlot, CalibrationTable } from './calibration.tsx';
import { shareText } from './figure-text.ts';

/** With fewer outcomes a dot of the drawing is a handful of people. */
const enough = 50;

/** Whether the surety that shoppers were told was kept, by the advices of which an outcome is known. Older versions did not measure it. */
export function Surety({ version: { version, figures } }: { version: ModelVersion }) {
  const t = useTranslate();
  const { surety } = figures;
  if (!surety) return null;
  return (
    <section className="model-part" aria-label={t('operator.model_surety')}>
      <h3 className="b">{t('operator.model_surety')}</h3>
      {surety.count < enough && <p className="small">{t('operator.model_surety_few', { count: surety.count, enough })}</p>}
      {surety.count >= enough && (
        <>
          <p className="small quiet">{t('operator.model_surety_lead', { count: surety.count, off: shareText(t, surety.ece ?? 0) })}</p>
          <CalibrationPlot reliability={surety.reliability} />
          <details key={version}>
            <summary className="link small">{t('gauge.table')}</summary>
            <CalibrationTable name={t('operator.model_surety')} reliability={surety.reliability} />
          </details>
        </>
      )}
    </section>
  );
}
