import type { ModelVersion } from '#contract/models.ts';
import { ScrollTable } from '#web/design/scroll-table.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import type { MessageKey, Translate } from '#web/messages/translate.ts';
import { lossText, shareText } from './figure-text.ts';

/** What the server calls the groups; one that is new here is shown by its own name. */
const group_words: Readonly<Record<string, MessageKey>> = {
  'sizing women': 'operator.model_group_women',
  'sizing men': 'operator.model_group_men',
  'sizing not told': 'operator.model_group_not_told',
  'smaller sizes': 'operator.model_group_smaller',
  'middle sizes': 'operator.model_group_middle',
  'larger sizes': 'operator.model_group_larger',
};

/** For whom a version is good, and for whom less. */
export function ModelGroups({ version: { figures } }: { version: ModelVersion }) {
  const t = useTranslate();
  return (
    <section className="model-part" aria-label={t('operator.model_groups')}>
      <h3 className="b">{t('operator.model_groups')}</h3>
      {figures.by_group.length === 0 && <p className="small">{t('operator.model_groups_none')}</p>}
      {figures.by_group.length > 0 && (
        <ScrollTable name={t('operator.model_groups')} className="work-table" has_fixed_column>
          <thead>
            <tr>
              <th scope="col">{t('operator.model_group')}</th>
              {(['outcomes', 'accuracy', 'log_loss'] as const).map((head) => (
                <th key={head} scope="col" className="figure">
                  {t(`operator.model_${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {figures.by_group.map(({ group, count, accuracy, log_loss }) => (
              <tr key={group}>
                <th scope="row">{groupText(t, group)}</th>
                <td className="figure">{t.number(count)}</td>
                <td className="figure">{shareText(t, accuracy)}</td>
                <td className="figure">{lossText(t, log_loss)}</td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
    </section>
  );
}

function groupText(t: Translate, group: string): string {
  const key = group_words[group];
  return key ? t(key) : group;
}
