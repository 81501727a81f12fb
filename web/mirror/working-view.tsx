import { type CSSProperties } from 'react';
import type { TryOnSession } from '#contract/tryon.ts';
import { useRemoveTryOn } from '#web/api/mirror-queries.ts';
import { Button } from '#web/design/button.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { PageTitle } from '#web/design/page-title.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { type StepState, stepsOf } from './work-steps.ts';

/** While a look is made: the photo, pale, and each step sewn as far as it is. */
export function WorkingView({ session, photo_url }: { session: TryOnSession; photo_url: string | null }) {
  const t = useTranslate();
  const remove = useRemoveTryOn(session.session_id);
  const steps = stepsOf(session);
  const { queue_position, progress } = session;
  return (
    <div className="wrap">
      <PageTitle page={t('mirror.working')} />
      <div className="mirror">
        <div className="mirror-photo is-pale cloth">
          {photo_url && <img src={photo_url} alt={t(session.mannequin ? 'mirror.mannequin_alt' : 'mirror.your_photo')} />}
        </div>
        <div className="mirror-side">
          <div>
            <h1 className="display head">{t('mirror.working')}</h1>
            <p className="quiet">{t('mirror.working_lead')}</p>
          </div>
          <ol className="sew-steps" aria-label={t('mirror.progress')}>
            {steps.map(({ stage, state, share }) => (
              <li key={stage} className={`is-${state}`} style={{ '--p': `${share * 100}%` } as CSSProperties} {...current(state)}>
                <span>{t(`mirror.step.${stage}`)}</span>
                <span className="small quiet">{state !== 'ahead' && t(`mirror.step_${state}`)}</span>
              </li>
            ))}
          </ol>
          <progress className="sr" aria-label={t('mirror.working')} value={progress} max={1} />
          {queue_position !== null && queue_position > 0 && <p className="small">{t('mirror.queue', { count: queue_position })}</p>}
          <p className="small quiet">{t('mirror.can_leave')}</p>
          {remove.error && <ErrorNotice error={remove.error} />}
          <Button look="quiet" is_wide is_busy={remove.isPending} onClick={() => remove.mutate()}>
            {t('mirror.cancel')}
          </Button>
        </div>
      </div>
    </div>
  );
}

const current = (state: StepState) => (state === 'now' ? { 'aria-current': 'step' as const } : {});
