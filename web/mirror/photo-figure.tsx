import type { MannequinName, PersonPhoto } from '#contract/tryon.ts';
import { SewnProgress } from '#web/design/sewn-progress.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { mannequinUrl } from './mirror-search.ts';
import { PoseGuide } from './pose-guide.tsx';
import type { TravellingPhoto } from './use-photo.ts';

interface Props {
  photo: PersonPhoto | undefined;
  mannequin: MannequinName | undefined;
  travelling: TravellingPhoto | null;
}

/** The photo that will be dressed, or is on its way; until there is one, how to stand. */
export function PhotoFigure({ photo, mannequin, travelling }: Props) {
  const t = useTranslate();
  if (mannequin && !travelling)
    return (
      <div className="mirror-photo cloth">
        <img src={mannequinUrl(mannequin)} alt={t('mirror.mannequin_alt')} />
      </div>
    );
  const src = travelling?.preview ?? photo?.url;
  if (!src)
    return (
      <div className="mirror-photo cloth">
        <PoseGuide />
      </div>
    );
  return (
    <div className={travelling ? 'mirror-photo is-pale' : 'mirror-photo'}>
      <img src={src} alt={t('mirror.your_photo')} />
      {travelling && travelling.state !== 'failed' && (
        <div className="photo-note">
          {travelling.state === 'checking' ? (
            <p className="small" role="status">
              {t('mirror.checking')}
            </p>
          ) : (
            <SewnProgress
              label={t(travelling.state === 'waiting' ? 'mirror.waiting_for_line' : 'mirror.sending')}
              done={travelling.share}
              total={1}
              text={t.percent(travelling.share)}
            />
          )}
        </div>
      )}
    </div>
  );
}
