import { useEffect } from 'react';
import { useTranslate } from '#web/messages/translate-context.ts';

/** Names the page in the browser's tab. */
export function PageTitle({ page }: { page: string }) {
  const t = useTranslate();
  useEffect(() => {
    document.title = t('app.title', { page });
  }, [t, page]);
  return null;
}
