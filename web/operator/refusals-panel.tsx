import { useTranslate } from '#web/messages/translate-context.ts';
import { useRefusals } from './operator-queries.ts';
import { Panel, useMore, useWhen, WideTable } from './panel.tsx';

/** Which pages were refused, by host and reason. */
export function RefusalsPanel() {
  const t = useTranslate();
  const when = useWhen();
  const { limit, more } = useMore();
  const refusals = useRefusals(limit);
  const list = refusals.data?.refusals;
  const heads = (['host', 'code', 'count', 'newest'] as const).map((head) => t(`operator.${head}`));
  return (
    <Panel title={t('operator.refusals')} lead={t('operator.refusals_lead')} query={refusals}>
      {list?.length === 0 && <p className="small">{t('operator.refusals_none')}</p>}
      {list && list.length > 0 && (
        <WideTable name={t('operator.refusals')} heads={heads}>
          {list.map(({ host, code, count, handed_over_count, last_at, reason, example_link }) => (
            <tr key={`${host} ${code}`}>
              <th scope="row">{host}</th>
              <td className="work-words">
                {code}
                {reason && <span className="work-note">{reason}</span>}
              </td>
              <td>
                {count}
                {handed_over_count > 0 && <span className="work-note">{t('operator.handed_over', { count: handed_over_count })}</span>}
              </td>
              <td className="work-words">
                {when(last_at)}
                {example_link && <span className="work-note work-link">{example_link}</span>}
              </td>
            </tr>
          ))}
        </WideTable>
      )}
      {more(refusals.data?.next_cursor)}
    </Panel>
  );
}
