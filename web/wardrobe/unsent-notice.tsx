import { Link } from '@tanstack/react-router';
import { useTranslate } from '#web/messages/translate-context.ts';
import { useUnsentPhotos } from './use-unsent-photos.ts';

/** Photos that were on their way when the page was closed: where they go on. */
export function UnsentNotice() {
  const t = useTranslate();
  const unsent = useUnsentPhotos();
  if (unsent.length === 0) return null;
  return (
    <p className="notice small" role="status">
      <span>
        {t('add.unsent', { count: unsent.length })}{' '}
        <Link className="link" to="/wardrobe/add">
          {t('add.go_on')}
        </Link>
      </span>
    </p>
  );
}
