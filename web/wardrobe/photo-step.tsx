import { type DragEvent, useRef, useState } from 'react';
import { Button } from '#web/design/button.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { FlatLay } from './flat-lay.tsx';
import { PhotoLine } from './photo-line.tsx';
import type { QueuedPhoto } from './queued-photo.ts';

/** What the server reads; HEIC is offered too, because phones that take it turn it into JPEG when they hand it over. */
const kinds = 'image/jpeg,image/png,image/webp,image/avif,image/heic,image/heif,image/gif,image/tiff';

interface Props {
  photos: readonly QueuedPhoto[];
  onTake: (files: readonly File[]) => void;
  onCancel: (photo: QueuedPhoto) => void;
  onRetry: (photo: QueuedPhoto) => void;
  onNext: () => void;
}

/** Camera, gallery, or photos dropped onto the page; each with its own progress, and a way to take it back. */
export function PhotoStep({ photos, onTake, onCancel, onRetry, onNext }: Props) {
  const t = useTranslate();
  const camera = useRef<HTMLInputElement>(null);
  const gallery = useRef<HTMLInputElement>(null);
  const [is_over, setOver] = useState(false);
  const take = (list: FileList | null) => list && list.length > 0 && onTake([...list]);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const stored = photos.filter(({ state }) => state === 'stored').length;
  return (
    <div className="flow">
      <section className="stack">
        <h1 className="display head">{t('add.title')}</h1>
        <p>{t('add.lead')}</p>
        <div className="stack" style={{ '--s': '10px' } as React.CSSProperties}>
          <Button look="ink" icon="camera" is_tall is_wide onClick={() => camera.current?.click()}>
            {t('add.take_photo')}
          </Button>
          <Button icon="gallery" is_tall is_wide onClick={() => gallery.current?.click()}>
            {t('add.choose')}
          </Button>
        </div>
        <input ref={camera} type="file" hidden accept="image/*" capture="environment" onChange={(event) => emptied(event.target, take)} />
        <input ref={gallery} type="file" hidden multiple accept={kinds} onChange={(event) => emptied(event.target, take)} />
        {photos.length > 0 && (
          <div>
            <h2 className="small b">
              <span role="status">{t('add.added', { stored, count: photos.length })}</span>
            </h2>
            <ul className="photo-lines">
              {photos.map((photo) => (
                <PhotoLine key={photo.key} photo={photo} onCancel={() => onCancel(photo)} onRetry={() => onRetry(photo)} />
              ))}
            </ul>
            <Button look="ink" is_wide disabled={stored === 0} onClick={onNext}>
              {t('add.next')}
            </Button>
          </div>
        )}
      </section>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- dropping is a second way; the buttons are the first */}
      <section
        className={is_over ? 'drop is-over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <FlatLay />
        <p className="lead">{t('add.tip')}</p>
        <p className="small quiet only-wide">{t('add.drop')}</p>
      </section>
    </div>
  );
}

/** The same photo can be chosen again after it was taken back. */
function emptied(input: HTMLInputElement, take: (list: FileList | null) => void): void {
  take(input.files);
  input.value = '';
}
