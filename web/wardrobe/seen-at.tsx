import { useTranslate } from '#web/messages/translate-context.ts';
import { useSeenAt } from './use-seen-at.ts';

/** Says since when what stands here is as it is, where it could not be asked anew. `path`: of the answer that is shown. */
export function SeenAt({ path }: { path: string }) {
  const t = useTranslate();
  const seen_at = useSeenAt(path);
  const when = seen_at && new Intl.DateTimeFormat(t.locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(seen_at));
  return (
    // The region is there before its words: only then are they read out.
    <div role="status">{when && <p className="small quiet">{t('wardrobe.seen_at', { when })}</p>}</div>
  );
}
