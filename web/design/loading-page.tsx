import { useTranslate } from '#web/messages/translate-context.ts';
import { LoadingGarment } from './loading-garment.tsx';

/** Stands where a page is about to be. */
export function LoadingPage() {
  const t = useTranslate();
  return (
    <div className="wrap">
      <LoadingGarment text={t('app.loading')} />
    </div>
  );
}
