import { Button } from '#web/design/button.tsx';
import { Icon } from '#web/design/icon.tsx';
import { ToolButton } from '#web/design/tool-button.tsx';
import { SewnProgress } from '#web/design/sewn-progress.tsx';
import { errorText } from '#web/messages/error-text.ts';
import type { Translate } from '#web/messages/translate.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import type { QueuedPhoto } from './queued-photo.ts';

/** One photo on its way: how far it is, what holds it up, and a way to take it back. */
export function PhotoLine({ photo, onCancel, onRetry }: { photo: QueuedPhoto; onCancel: () => void; onRetry: () => void }) {
  const t = useTranslate();
  const { name, preview, state, share } = photo;
  return (
    <li>
      <img className="photo-mark" src={preview} alt="" />
      <div>
        {state === 'sending' ? (
          <SewnProgress label={t('add.sending', { name, size: sizeText(t, photo.bytes) })} done={share} total={1} text={t.percent(share)} />
        ) : (
          <>
            <p className="small">{name}</p>
            <p className={state === 'refused' || state === 'waiting' ? 'micro you' : 'micro faint'}>{stateText(t, photo)}</p>
            {state === 'refused' && (
              <Button look="link" onClick={onRetry}>
                {t('add.retry')}
              </Button>
            )}
          </>
        )}
      </div>
      {state === 'stored' ? (
        <Icon name="check" size_px={18} />
      ) : (
        <ToolButton icon="x" label={t('add.cancel', { name })} onClick={onCancel} />
      )}
    </li>
  );
}

function stateText(t: Translate, { state, share, error }: QueuedPhoto): string {
  if (state === 'refused') return errorText(t, error);
  if (state === 'waiting') return t('add.lost', { share: t.percent(share) });
  if (state === 'stored') return t('add.stored');
  return t('add.reading');
}

function sizeText({ locale }: Translate, bytes: number): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: unit === 'kilobyte' ? 0 : 1 }).format(value);
}
