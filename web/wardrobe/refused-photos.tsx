import { Button } from '#web/design/button.tsx';
import { errorText } from '#web/messages/error-text.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import type { QueuedPhoto } from './queued-photo.ts';

/** Photos that were turned away, each with why, wherever one is by then. */
export function RefusedPhotos({ photos, onRetry }: { photos: readonly QueuedPhoto[]; onRetry: (photo: QueuedPhoto) => void }) {
  const t = useTranslate();
  const refused = photos.filter(({ state }) => state === 'refused');
  if (refused.length === 0) return null;
  return (
    <ul className="stack refused" role="alert">
      {refused.map((photo) => (
        <li key={photo.key} className="small">
          <span className="b">{photo.name}</span> {errorText(t, photo.error)}{' '}
          <Button look="link" onClick={() => onRetry(photo)}>
            {t('add.retry')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
