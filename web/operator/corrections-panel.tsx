import { useRef, useState } from 'react';
import type { ChartCorrection } from '#contract/size-charts.ts';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { Radios } from '#web/design/radios.tsx';
import { useSay } from '#web/design/say.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { CorrectionToDecide } from './correction-to-decide.tsx';
import { useCorrections, useDecideCorrection } from './operator-queries.ts';
import { Panel, useMore } from './panel.tsx';

const states = ['proposed', 'accepted', 'rejected'] as const;
type State = (typeof states)[number];

/** Corrections of size charts that shoppers propose, beside the chart that counts now; decided here, and decided anew. */
export function CorrectionsPanel() {
  const t = useTranslate();
  const say = useSay();
  const top = useRef<HTMLDivElement>(null);
  const { limit, more } = useMore();
  const [status, setStatus] = useState<State>('proposed');
  const corrections = useCorrections({ status, limit });
  const decide = useDecideCorrection();
  const list = corrections.data?.corrections;
  const press = ({ id, brand, updated_at }: ChartCorrection, accept: boolean) => {
    const settle = () => {
      say(t(accept ? 'operator.chart_accepted' : 'operator.chart_rejected', { brand: brand ?? '' }));
      // Its own buttons are gone with it.
      top.current?.focus();
    };
    void decide.mutateAsync({ id, accept, updated_at }).then(settle, () => undefined);
  };
  return (
    <Panel title={t('operator.charts')} lead={t('operator.charts_lead')} query={corrections}>
      <div ref={top} tabIndex={-1} className="takes-focus">
        <Radios
          look="picks"
          legend={t('operator.charts_state')}
          is_legend_hidden
          value={status}
          options={states.map((value) => ({ value, label: t(`operator.charts_${value}`) }))}
          onChange={(value) => setStatus(value as State)}
        />
      </div>
      {list?.length === 0 && <p className="small">{t(`operator.charts_none_${status}`)}</p>}
      <ul className="decisions">
        {list?.map((one) => (
          <li key={one.id}>
            <CorrectionToDecide correction={one} is_busy={decide.isPending && decide.variables.id === one.id} onDecide={press} />
          </li>
        ))}
      </ul>
      {decide.error && <ErrorNotice error={decide.error} />}
      {more(corrections.data?.next_cursor)}
    </Panel>
  );
}
