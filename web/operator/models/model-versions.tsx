import type { LearnedModel, ModelVersion } from '#contract/models.ts';
import { Button } from '#web/design/button.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import type { Translate } from '#web/messages/translate.ts';
import { useWhen, WideTable } from '../panel.tsx';
import { figureText } from './figure-text.ts';
import { watched_figures } from './read-model.ts';
import type { ModelActs } from './use-model-acts.ts';

interface Props {
  model: LearnedModel;
  shown: ModelVersion;
  onShow: (version: number) => void;
  acts: ModelActs;
}

/** Every version: its state and why, its figures, and what can be done with it. */
export function ModelVersions({ model, shown, onShow, acts }: Props) {
  const t = useTranslate();
  const heads = ['version', 'state', 'outcomes', ...watched_figures.map(({ name }) => name)] as const;
  return (
    <section className="model-part" aria-label={t('operator.model_versions')}>
      <h3 className="b">{t('operator.model_versions')}</h3>
      <WideTable name={t('operator.model_versions')} heads={heads.map((head) => t(`operator.model_${head}`))}>
        {model.versions.map((version) => (
          <VersionLine
            key={version.version}
            version={version}
            is_shown={version.version === shown.version}
            is_busy={acts.is_changing}
            onShow={() => onShow(version.version)}
            onUse={() => acts.promote(version.version)}
          />
        ))}
      </WideTable>
    </section>
  );
}

interface LineProps {
  version: ModelVersion;
  is_shown: boolean;
  is_busy: boolean;
  onShow: () => void;
  onUse: () => void;
}

function VersionLine({ version: one, is_shown, is_busy, onShow, onUse }: LineProps) {
  const t = useTranslate();
  const when = useWhen();
  const { version, state, figures, trained_at } = one;
  return (
    <tr>
      <th scope="row">
        {version}
        <span className="work-note">{when(trained_at)}</span>
      </th>
      <td className="work-words">
        <span className={state === 'promoted' ? 'b' : ''}>{stateText(t, one)}</span>
        <div className="row wide-gap">
          <Button look="link" aria-pressed={is_shown} aria-label={t('operator.model_show_named', { version })} onClick={onShow}>
            {t('operator.model_show')}
          </Button>
          {state !== 'promoted' && (
            <Button look="link" is_busy={is_busy} aria-label={t('operator.model_use_named', { version })} onClick={onUse}>
              {t('operator.model_use')}
            </Button>
          )}
        </div>
      </td>
      <td>{t.number(figures.trial_count)}</td>
      {watched_figures.map(({ name }) => (
        <td key={name}>{figureText(t, name, figures[name])}</td>
      ))}
    </tr>
  );
}

function stateText(t: Translate, { state, refused_because, promoted_at }: ModelVersion): string {
  if (state === 'refused') return t(`operator.model_refused_${refused_because ?? 'worse'}`);
  if (state === 'retired' && promoted_at === null) return t('operator.model_gone_back_from');
  return t(`operator.model_${state}`);
}
