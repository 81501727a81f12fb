import type { Host } from '#contract/operation.ts';
import { Button } from '#web/design/button.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { useSay } from '#web/design/say.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { type HostAct, useChangeHost, useHosts } from './operator-queries.ts';
import { Panel, useMore, useWhen, WideTable } from './panel.tsx';

const said = { 'try-now': 'operator.tried', pause: 'operator.paused', resume: 'operator.resumed' } as const;

/** The shops that are visited: how each is treated, and the switches for it. */
export function HostsPanel() {
  const t = useTranslate();
  const say = useSay();
  const { limit, more } = useMore();
  const hosts = useHosts(limit);
  const change = useChangeHost();
  const press = (host: string, act: HostAct) => change.mutate({ host, act }, { onSuccess: () => say(t(said[act], { host })) });
  const list = hosts.data?.hosts;
  const heads = [t('operator.host'), t('operator.state'), t('operator.last'), t('operator.robots')];
  return (
    <Panel title={t('operator.hosts')} lead={t('operator.hosts_lead')} query={hosts}>
      {list?.length === 0 && <p className="small">{t('operator.hosts_none')}</p>}
      {list && list.length > 0 && (
        <WideTable name={t('operator.hosts')} heads={heads}>
          {list.map((host) => (
            <HostLine key={host.host} host={host} is_busy={change.isPending && change.variables.host === host.host} onPress={press} />
          ))}
        </WideTable>
      )}
      {more(hosts.data?.next_cursor)}
      {change.error && <ErrorNotice error={change.error} />}
    </Panel>
  );
}

function HostLine({ host, is_busy, onPress }: { host: Host; is_busy: boolean; onPress: (host: string, act: HostAct) => void }) {
  const t = useTranslate();
  const is_left_alone = host.state === 'open' && !host.is_paused;
  return (
    <tr>
      <th scope="row">{host.host}</th>
      <td className="work-words">
        <HostState host={host} />
        <div className="row wide-gap">
          {is_left_alone && (
            <Button
              look="link"
              is_busy={is_busy}
              aria-label={t('operator.try_named', { host: host.host })}
              onClick={() => onPress(host.host, 'try-now')}
            >
              {t('operator.try')}
            </Button>
          )}
          <Button
            look="link"
            is_busy={is_busy}
            aria-label={t(host.is_paused ? 'operator.resume_named' : 'operator.pause_named', { host: host.host })}
            onClick={() => onPress(host.host, host.is_paused ? 'resume' : 'pause')}
          >
            {t(host.is_paused ? 'operator.resume' : 'operator.pause')}
          </Button>
        </div>
      </td>
      <td className="work-words">
        <LastVisit host={host} />
      </td>
      <td className="work-words">
        <RobotsAge host={host} />
      </td>
    </tr>
  );
}

function HostState({ host }: { host: Host }) {
  const t = useTranslate();
  const when = useWhen();
  const { state, is_paused, closed_until, rest_reason, failures, crawl_delay_s, is_visited_now } = host;
  const words = () => {
    if (is_paused) return t('operator.state_paused');
    if (state === 'half_open') return t('operator.state_half_open');
    if (state === 'closed' || !closed_until) return t('operator.state_closed');
    if (rest_reason === 'asked') return t('operator.state_asked', { when: when(closed_until) });
    return t('operator.state_open', { when: when(closed_until), failures });
  };
  return (
    <>
      <span className={is_paused || state !== 'closed' ? 'you b' : ''}>{words()}</span>
      {crawl_delay_s !== null && <span className="work-note">{t('operator.crawl_delay', { seconds: crawl_delay_s })}</span>}
      {is_visited_now && <span className="work-note">{t('operator.visited_now')}</span>}
    </>
  );
}

function LastVisit({ host: { last_visit_at, last_outcome, last_status } }: { host: Host }) {
  const t = useTranslate();
  const when = useWhen();
  if (last_visit_at === null) return t('operator.last_none');
  const at = when(last_visit_at);
  if (last_outcome === 'forbidden') return t('operator.last_forbidden', { when: at });
  if (last_outcome === 'failed')
    return t('operator.last_failed', { when: at, status: last_status === null ? 'none' : String(last_status) });
  return last_status === null
    ? t('operator.last_plain', { when: at })
    : t('operator.last_answered', { when: at, status: String(last_status) });
}

function RobotsAge({ host: { robots_read_at, is_robots_had } }: { host: Host }) {
  const t = useTranslate();
  const when = useWhen();
  if (robots_read_at === null) return t('operator.robots_none');
  return t(is_robots_had ? 'operator.robots_read' : 'operator.robots_missing', { when: when(robots_read_at) });
}
