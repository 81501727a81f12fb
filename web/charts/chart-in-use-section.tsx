import type { KnownChart } from '#contract/size-charts.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import { UnitToggle } from '#web/people/unit-toggle.tsx';
import { useUnits } from '#web/people/units-context.ts';
import { ChartFacts } from './chart-facts.tsx';
import { ChartTable } from './chart-table.tsx';
import { followsText } from './chart-words.ts';
import { TakeBack } from './take-back.tsx';

interface Props {
  in_use: KnownChart | undefined;
  brand: string;
  onTakenBack: () => void;
}

/** The chart that counts, where it is from, and the way to take one's own back. */
export function ChartInUseSection({ in_use, brand, onTakenBack }: Props) {
  const t = useTranslate();
  const { units, setUnits } = useUnits();
  const is_known = in_use !== undefined && !in_use.is_estimated;
  return (
    <section className="in-use" aria-labelledby="in-use">
      <div className="in-use-says">
        <h2 className="b" id="in-use">
          <i className={is_known ? 'seam' : 'baste'} /> {followsText(t, in_use ?? null, brand)}
        </h2>
        {in_use && <ChartFacts chart={in_use} />}
        {in_use?.is_yours && in_use.id !== null && (
          <>
            <p className="small quiet">{t('charts.yours_state')}</p>
            <div>
              <TakeBack id={in_use.id} brand={brand} onTakenBack={onTakenBack} />
            </div>
          </>
        )}
      </div>
      {in_use && (
        <div className="stack">
          <UnitToggle units={units} onChange={setUnits} />
          <ChartTable name={t('charts.title', { brand })} sizes={in_use.sizes} />
        </div>
      )}
    </section>
  );
}
