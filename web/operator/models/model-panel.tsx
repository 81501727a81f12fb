import { useState } from 'react';
import type { LearnedModel } from '#contract/models.ts';
import { Button } from '#web/design/button.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { Panel, useWhen } from '../panel.tsx';
import { Calibration } from './calibration.tsx';
import { ModelFiguresList } from './model-figures-list.tsx';
import { ModelGroups } from './model-groups.tsx';
import { ModelVersions } from './model-versions.tsx';
import { useSizeModel } from './model-queries.ts';
import { versionBefore, versionInUse } from './read-model.ts';
import { Surety } from './surety.tsx';
import { type ModelActs, useModelActs } from './use-model-acts.ts';
import './models.css';

/** The size model: what is in use, how good it is and for whom, version by version; trained, put to use and taken back here. */
export function ModelPanel() {
  const t = useTranslate();
  const model = useSizeModel();
  const acts = useModelActs();
  return (
    <Panel title={t('operator.model')} lead={t('operator.model_lead')} query={model}>
      {model.data !== undefined && <State model={model.data} acts={acts} />}
      {Boolean(acts.error) && <ErrorNotice error={acts.error} />}
      {model.data && model.data.versions.length > 0 && <Learned model={model.data} acts={acts} />}
    </Panel>
  );
}

function State({ model, acts }: { model: LearnedModel | null; acts: ModelActs }) {
  const t = useTranslate();
  const when = useWhen();
  const present = model && versionInUse(model);
  const before = model && versionBefore(model);
  const words = () => {
    if (!model || model.versions.length === 0) return t('operator.model_none');
    if (!present?.promoted_at) return t('operator.model_not_in_use');
    return t('operator.model_in_use', { version: present.version, when: when(present.promoted_at) });
  };
  return (
    <div className="model-state">
      <p className="lead">{words()}</p>
      <div className="row wraps">
        <Button is_busy={acts.is_training} onClick={acts.train}>
          {t('operator.model_train')}
        </Button>
        {present && (
          <Button look="quiet" is_busy={acts.is_changing} onClick={() => acts.goBack(present.version)}>
            {before ? t('operator.model_back', { version: before.version }) : t('operator.model_back_to_priors')}
          </Button>
        )}
      </div>
    </div>
  );
}

function Learned({ model, acts }: { model: LearnedModel; acts: ModelActs }) {
  const [chosen, choose] = useState<number | null>(null);
  const shown = model.versions.find(({ version }) => version === chosen) ?? versionInUse(model) ?? model.versions[0]!;
  return (
    <>
      <ModelFiguresList versions={model.versions} shown={shown} />
      <div className="model-pair">
        <Calibration version={shown} />
        <Surety version={shown} />
      </div>
      <ModelGroups version={shown} />
      <ModelVersions model={model} shown={shown} onShow={choose} acts={acts} />
    </>
  );
}
