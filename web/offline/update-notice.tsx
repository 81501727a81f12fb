import { useEffect } from 'react';
import { useSay } from '#web/design/say.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { watchForNewVersion } from './watch-for-new-version.ts';

/** Offers a new version once it is here; nothing changes under the shopper's hands before they say so. */
export function UpdateNotice() {
  const t = useTranslate();
  const say = useSay();
  useEffect(
    () => watchForNewVersion((takeOver) => say(t('app.new_version'), { action: { label: t('app.use_it'), run: takeOver } })),
    [say, t],
  );
  return null;
}
