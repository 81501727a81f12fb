import { Button } from '#web/design/button.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { useSay } from '#web/design/say.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { useFailedJobs, useQueue, useSettleFailedJob } from './operator-queries.ts';
import { Panel, useWhen, WideTable } from './panel.tsx';

/** What waits to be done, by job, and what gave up. */
export function QueuePanel() {
  const t = useTranslate();
  const queue = useQueue();
  const jobs = queue.data?.jobs.filter(({ waiting, later, active, failed }) => waiting + later + active + failed > 0);
  const heads = ['job', 'waiting', 'later', 'active', 'failed', 'oldest'] as const;
  return (
    <Panel title={t('operator.queue')} lead={t('operator.queue_lead')} query={queue}>
      {jobs?.length === 0 && <p className="small">{t('operator.queue_none')}</p>}
      {jobs && jobs.length > 0 && (
        <WideTable name={t('operator.queue')} heads={heads.map((head) => t(`operator.${head}`))}>
          {jobs.map(({ name, waiting, later, active, failed, oldest_age_s }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{waiting}</td>
              <td>{later}</td>
              <td>{active}</td>
              <td className={failed > 0 ? 'you b' : ''}>{failed}</td>
              <td>{waiting > 0 ? t('operator.age', { minutes: Math.floor(oldest_age_s / 60) }) : ''}</td>
            </tr>
          ))}
        </WideTable>
      )}
      <FailedJobs />
    </Panel>
  );
}

function FailedJobs() {
  const t = useTranslate();
  const say = useSay();
  const when = useWhen();
  const failed = useFailedJobs();
  const settle = useSettleFailedJob();
  const press = (id: string, act: 'retry' | 'drop') =>
    settle.mutate({ id, act }, { onSuccess: () => say(t(act === 'retry' ? 'operator.retried' : 'operator.dropped')) });
  if (!failed.data || failed.data.jobs.length === 0) return failed.error ? <ErrorNotice error={failed.error} /> : null;
  return (
    <>
      <h3 className="b">{t('operator.dead')}</h3>
      <ul className="lines-list">
        {failed.data.jobs.map(({ id, name, failed_at, attempts, reason }) => (
          <li key={id}>
            <p className="small">
              <span className="b">{t('operator.dead_line', { name, when: when(failed_at), attempts })}</span>
              <span className="work-note">{reason}</span>
            </p>
            <div className="row">
              <Button look="link" aria-label={t('operator.retry_named', { name })} onClick={() => press(id, 'retry')}>
                {t('operator.retry')}
              </Button>
              <Button look="link" aria-label={t('operator.drop_named', { name })} onClick={() => press(id, 'drop')}>
                {t('operator.drop')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {settle.error && <ErrorNotice error={settle.error} />}
    </>
  );
}
