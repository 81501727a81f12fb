import { useEffect } from 'react';
import { sayAwake } from '#web/early-acts.ts';
import { useTranslate } from '#web/messages/translate-context.ts';

/** Names a page that is somebody's own, or none, in the browser's tab; React lifts the elements into the head. Public pages say more: page-head.tsx. */
export function PageTitle({ page }: { page: string }) {
  const t = useTranslate();
  useEffect(sayAwake, []);
  return (
    <>
      <title>{t('app.title', { page })}</title>
      <meta name="description" content={t('app.about')} />
    </>
  );
}
