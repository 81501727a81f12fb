import { useMe } from '#web/api/account-queries.ts';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { LoadingGarment } from '#web/design/loading-garment.tsx';
import { MissingPage } from '#web/design/missing-page.tsx';
import { PageTitle } from '#web/design/page-title.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { CorrectionsPanel } from './corrections-panel.tsx';
import { HostsPanel } from './hosts-panel.tsx';
import { ImportForm } from './import-form.tsx';
import { ModelPanel } from './models/model-panel.tsx';
import { QueuePanel } from './queue-panel.tsx';
import { RefusalsPanel } from './refusals-panel.tsx';
import { RunsPanel } from './runs-panel.tsx';

/** The operator's page; to everybody else there is nothing at this address. */
export function OperatorPage() {
  const t = useTranslate();
  const me = useMe();
  if (me.isPending || me.error)
    return (
      <div className="wrap">
        {me.isPending && <LoadingGarment text={t('app.loading')} />}
        {me.error && <ErrorNotice error={me.error} onRetry={() => void me.refetch()} />}
      </div>
    );
  return me.data.role === 'operator' && me.data.email ? <Workroom /> : <MissingPage />;
}

function Workroom() {
  const t = useTranslate();
  return (
    <div className="wrap">
      <PageTitle page={t('operator.page')} />
      <div className="you-head">
        <h1 className="display hero">{t('operator.title')}</h1>
        <p className="quiet">{t('operator.lead')}</p>
      </div>
      <div className="work">
        <HostsPanel />
        <CorrectionsPanel />
        <ModelPanel />
        <div className="work-pair">
          <RunsPanel />
          <ImportForm />
        </div>
        <div className="work-pair">
          <RefusalsPanel />
          <QueuePanel />
        </div>
      </div>
    </div>
  );
}
