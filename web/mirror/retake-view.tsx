import type { ReactNode } from 'react';
import type { PersonPhotoProblem } from '#contract/tryon.ts';
import { Button } from '#web/design/button.tsx';
import { Icon } from '#web/design/icon.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { PoseGuide } from './pose-guide.tsx';

/** One thing that was looked for in a photo, and what came of it. */
export interface Check {
  label: string;
  is_good: boolean;
}

interface Props {
  src: string | null;
  /** null: what came is no photo of anybody, and `text` says so. */
  code: PersonPhotoProblem | null;
  /** What to do about it. */
  text: string;
  checks: readonly Check[];
  onTake: () => void;
  onUpload: () => void;
  /** Another way on. */
  children?: ReactNode;
}

/** What is wrong with a photo, beside how it should be, and how to take a better one. Nobody is blamed. */
export function RetakeView({ src, code, text, checks, onTake, onUpload, children }: Props) {
  const t = useTranslate();
  return (
    <div className="retake">
      <div className="retake-pair">
        <figure>
          {src && <img src={src} alt={t('mirror.your_photo')} />}
          <figcaption className="photo-tag">{t('mirror.your_photo')}</figcaption>
        </figure>
        <figure className="cloth">
          <PoseGuide />
          <figcaption className="photo-tag">{t('mirror.like_this')}</figcaption>
        </figure>
      </div>
      <div className="mirror-side" role="alert">
        <div>
          <h1 className="display head">{t(code === null ? 'retake.other' : `retake.${code}`)}</h1>
          <p className="quiet">{text}</p>
        </div>
        {checks.length > 0 && (
          <ul className="photo-checks">
            {checks.map(({ label, is_good }) => (
              <li key={label} className={is_good ? undefined : 'b'}>
                <Icon name={is_good ? 'check' : 'warn'} />
                <span>{label}</span>
                <span className={is_good ? 'faint' : 'you'}>{t(is_good ? 'retake.good' : 'retake.not_shown')}</span>
              </li>
            ))}
          </ul>
        )}
        <div className="mirror-acts">
          <Button look="ink" icon="camera" onClick={onTake}>
            {t('mirror.take')}
          </Button>
          <Button look="quiet" icon="gallery" onClick={onUpload}>
            {t('mirror.upload')}
          </Button>
        </div>
        {children}
        <p className="small quiet">{t('mirror.tip')}</p>
      </div>
    </div>
  );
}
