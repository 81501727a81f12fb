import { useRef, useState } from 'react';
import { ApiError } from '#contract/client.ts';
import type { SizeChartShown } from '#contract/size-charts.ts';
import { Button } from '#web/design/button.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { FieldError } from '#web/design/field.tsx';
import { Radios } from '#web/design/radios.tsx';
import { errorText } from '#web/messages/error-text.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import { AboutFields } from './about-fields.tsx';
import type { ChartSize } from './chart-figures.ts';
import { DraftFields } from './draft-fields.tsx';
import { PasteChart } from './paste-chart.tsx';
import { type Subject, useCorrection } from './use-correction.ts';

interface Props {
  subject: Subject;
  own: Pick<SizeChartShown, 'sizes'> | undefined;
  size_options: readonly string[];
  onSaved: (saved: SizeChartShown) => void;
  onCancel: () => void;
}

/** Corrects a brand's chart: pasted, or typed; checked by whoever gives it; with its source. */
export function CorrectForm({ onCancel, ...options }: Props) {
  const t = useTranslate();
  const form = useRef<HTMLFormElement>(null);
  const figures = useRef<HTMLHeadingElement>(null);
  const [road, setRoad] = useState<'paste' | 'type'>('paste');
  const { hand, about, changeAbout, errors, refusals, is_checked, is_few, save, correct } = useCorrection({ form, ...options });
  const take = (sizes: ChartSize[]) => {
    hand.take(sizes);
    setRoad('type');
    requestAnimationFrame(() => figures.current?.focus());
  };
  const is_told = correct.error instanceof ApiError && Object.keys(correct.error.body.fields ?? {}).length > 0;
  return (
    <form ref={form} className="ask-form correct-form" noValidate onSubmit={save}>
      <Radios
        look="choice slim"
        legend={t('charts.road')}
        is_legend_hidden
        value={road}
        onChange={(value) => setRoad(value as 'paste' | 'type')}
        options={[
          { value: 'paste', label: t('charts.road_paste') },
          { value: 'type', label: t('charts.road_type') },
        ]}
      />
      {road === 'paste' ? (
        <>
          <PasteChart onTake={take} />
          <div>
            <Button look="link" onClick={onCancel}>
              {t('app.cancel')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <h3 ref={figures} tabIndex={-1} className="display title">
            {t('charts.check')}
          </h3>
          <DraftFields {...{ hand, is_checked, refusals }} />
          {is_few && (
            <div role="alert" className="few" tabIndex={-1}>
              <FieldError>{t('charts.few')}</FieldError>
            </div>
          )}
          <AboutFields about={about} errors={errors} onChange={changeAbout} />
          <p className="small quiet">{t('charts.who_sees')}</p>
          {correct.error &&
            (is_told ? (
              <p className="small you" role="alert">
                {errorText(t, correct.error)}
              </p>
            ) : (
              <ErrorNotice error={correct.error} />
            ))}
          <div className="row wraps">
            <Button type="submit" look="ink" is_tall is_busy={correct.isPending}>
              {t('charts.save')}
            </Button>
            <Button look="quiet" is_tall onClick={onCancel}>
              {t('app.cancel')}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}
