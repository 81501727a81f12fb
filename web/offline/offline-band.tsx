import { Icon } from '#web/design/icon.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { useOnline } from './use-online.ts';

/** Says that there is no connection, and goes away by itself when there is one: no button, no reload. */
export function OfflineBand() {
  const t = useTranslate();
  const is_online = useOnline();
  return (
    <div role="status">
      {!is_online && (
        <div className="wrap">
          <p className="notice basted small row">
            <Icon name="offline" />
            <span>
              <span className="b">{t('offline.you_are')}</span> {t('offline.what_works')}
            </span>
          </p>
        </div>
      )}
    </div>
  );
}
