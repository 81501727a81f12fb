import { useTranslate } from '#web/messages/translate-context.ts';

/** Names the page in the browser's tab; React lifts the element into the head. */
export function PageTitle({ page }: { page: string }) {
  const t = useTranslate();
  return <title>{t('app.title', { page })}</title>;
}
