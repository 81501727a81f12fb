import { useState } from 'react';
import type { Run } from '#contract/catalog.ts';
import { Button } from '#web/design/button.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { useRun, useRuns } from './operator-queries.ts';
import { Panel, useMore, useWhen, WideTable } from './panel.tsx';

/** Imports and refreshes with their reports; what was refused opens under its run. */
export function RunsPanel() {
  const t = useTranslate();
  const { limit, more } = useMore();
  const runs = useRuns(limit);
  const [open_id, setOpenId] = useState<string | null>(null);
  const list = runs.data?.runs;
  const heads = (['run', 'read', 'loaded', 'changed', 'stale', 'refused'] as const).map((head) => t(`operator.${head}`));
  return (
    <Panel title={t('operator.runs')} query={runs}>
      {list?.length === 0 && <p className="small">{t('operator.runs_none')}</p>}
      {list && list.length > 0 && (
        <WideTable name={t('operator.runs')} heads={heads}>
          {list.map((run) => (
            <RunLine key={run.id} run={run} is_open={run.id === open_id} onToggle={() => setOpenId(run.id === open_id ? null : run.id)} />
          ))}
        </WideTable>
      )}
      {open_id && <Refused id={open_id} />}
      {more(runs.data?.next_cursor)}
    </Panel>
  );
}

function RunLine({ run, is_open, onToggle }: { run: Run; is_open: boolean; onToggle: () => void }) {
  const t = useTranslate();
  const when = useWhen();
  const words = { kind: t(`operator.kind_${run.kind}`), when: when(run.started_at) };
  return (
    <tr>
      <th scope="row">{t(run.ended_at === null ? 'operator.run_open' : 'operator.run_ended', words)}</th>
      <td>{t('operator.read_of', { read: run.read, wanted: run.wanted })}</td>
      <td>{run.loaded}</td>
      <td>{run.changed}</td>
      <td>{run.stale}</td>
      <td>
        <span className="row">
          <span className={run.refused > 0 ? 'you b' : ''}>{run.refused}</span>
          {run.refused > 0 && (
            <Button
              look="link"
              aria-expanded={is_open}
              aria-label={t('operator.why_named', { count: run.refused, ...words })}
              onClick={onToggle}
            >
              {t('operator.why')}
            </Button>
          )}
        </span>
      </td>
    </tr>
  );
}

function Refused({ id }: { id: string }) {
  const run = useRun(id);
  if (run.error) return <ErrorNotice error={run.error} onRetry={() => void run.refetch()} />;
  return (
    <ul className="lines-list">
      {run.data?.refusals.map(({ source, code, reason }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the list only grows at its end
        <li key={index}>
          <p className="small">
            <span className="b">{source}</span>
            <span className="work-note">{reason}</span>
            <span className="work-note faint">{code}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
