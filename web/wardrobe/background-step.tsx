import { useId } from 'react';
import { Button } from '#web/design/button.tsx';
import { Switch } from '#web/design/switch.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { RefusedPhotos } from './refused-photos.tsx';
import { RoughCutOut } from './rough-cut-out.tsx';
import type { Background, QueuedPhoto } from './queued-photo.ts';

interface Props {
  photos: readonly QueuedPhoto[];
  value: Background;
  is_remembered: boolean;
  onChange: (value: Background) => void;
  onRemember: (is_on: boolean) => void;
  onRetry: (photo: QueuedPhoto) => void;
  onBack: () => void;
  onNext: () => void;
}

/** Clean or as it was taken: both shown on the first photo, the clean one as a rough cut made here at once. */
export function BackgroundStep({ photos, value, is_remembered, onChange, onRemember, onRetry, onBack, onNext }: Props) {
  const t = useTranslate();
  const name = useId();
  const first = photos[0];
  return (
    <div className="flow background-step">
      <h1 className="display head">{t('add.how_stored')}</h1>
      <fieldset className="backgrounds">
        <legend className="sr">{t('add.how_stored')}</legend>
        {(['clean', 'original'] as const).map((one) => (
          <label key={one}>
            <input type="radio" name={name} value={one} checked={value === one} onChange={() => onChange(one)} />
            <span className={one === 'clean' ? 'garment cloth is-cut-out' : 'garment is-photo'}>
              {first && (one === 'clean' ? <RoughCutOut photo={first.file} preview={first.preview} /> : <img src={first.preview} alt="" />)}
            </span>
            <span className="words">
              <span className="b">{t(`add.${one}`)}</span>
              <span className="small quiet">{t(`add.${one}_means`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <section className="stack">
        <Switch label={t('add.remember')} is_on={is_remembered} onChange={onRemember} />
        <p className="small quiet" role="status">
          {t('add.travelling', { stored: photos.filter(({ state }) => state === 'stored').length, count: photos.length })}
        </p>
        <RefusedPhotos photos={photos} onRetry={onRetry} />
        <div className="row wraps">
          <Button look="ink" onClick={onNext}>
            {t('add.add')}
          </Button>
          <Button look="quiet" onClick={onBack}>
            {t('add.back')}
          </Button>
        </div>
      </section>
    </div>
  );
}
