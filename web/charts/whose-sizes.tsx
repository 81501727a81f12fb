import { useNavigate } from '@tanstack/react-router';
import { Radios } from '#web/design/radios.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';

/** Asks for whom the chart is, where neither the page nor the profile says. */
export function WhoseSizes() {
  const t = useTranslate();
  const navigate = useNavigate({ from: '/size-chart' });
  return (
    <div className="stack">
      <p className="small quiet">{t('charts.whose_lead')}</p>
      <Radios
        look="choice slim"
        legend={t('charts.whose')}
        value={null}
        onChange={(sizing) => void navigate({ search: (now) => ({ ...now, sizing: sizing as 'women' | 'men' }), replace: true })}
        options={[
          { value: 'women', label: t('you.sizing_women') },
          { value: 'men', label: t('you.sizing_men') },
        ]}
      />
    </div>
  );
}
