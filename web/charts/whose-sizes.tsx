import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useChangeProfile } from '#web/api/profile-queries.ts';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { Radios } from '#web/design/radios.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';

type Sizing = 'women' | 'men';

/** Asks for whom a brand's chart is, where the address does not say. */
export function WhoseSizes() {
  const t = useTranslate();
  const show = useShowFor();
  return <Choice lead={t('charts.whose_lead')} onChoose={show} />;
}

/** Asks a fitting's shopper, and keeps the answer in their profile: without it no chart counts for the advice either. */
export function WhoseSizesOf({ profile_id }: { profile_id: string }) {
  const t = useTranslate();
  const show = useShowFor();
  const queries = useQueryClient();
  const change = useChangeProfile(profile_id);
  const keep = (sizing: Sizing) =>
    change.mutate(
      { sizing },
      {
        onSuccess: () => {
          for (const key of ['fitting', 'advice']) void queries.invalidateQueries({ queryKey: [key] });
          show(sizing);
        },
      },
    );
  return (
    <>
      <Choice lead={t('charts.whose_kept')} onChoose={keep} />
      {change.error && <ErrorNotice error={change.error} />}
    </>
  );
}

function useShowFor(): (sizing: Sizing) => void {
  const navigate = useNavigate({ from: '/size-chart' });
  return (sizing) => {
    void navigate({ search: (now) => ({ ...now, sizing }), replace: true });
    // The question is gone once it is answered.
    document.querySelector<HTMLElement>('main h1')?.focus();
  };
}

function Choice({ lead, onChoose }: { lead: string; onChoose: (sizing: Sizing) => void }) {
  const t = useTranslate();
  return (
    <div className="stack">
      <p className="small quiet">{lead}</p>
      <Radios
        look="choice slim"
        legend={t('charts.whose')}
        value={null}
        onChange={(sizing) => onChoose(sizing as Sizing)}
        options={[
          { value: 'women', label: t('you.sizing_women') },
          { value: 'men', label: t('you.sizing_men') },
        ]}
      />
    </div>
  );
}
