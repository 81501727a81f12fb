import { OfflineBand } from '#web/design/offline-band.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { useOnline } from './use-online.ts';

/** Says that there is no connection, and goes away by itself when there is one. */
export function ConnectionNotice() {
  const t = useTranslate();
  if (useOnline()) return null;
  return (
    <div className="wrap">
      <OfflineBand text={t('offline.what_works')} />
    </div>
  );
}
