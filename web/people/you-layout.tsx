import { Link, Outlet } from '@tanstack/react-router';
import { useTranslate } from '#web/messages/translate-context.ts';

/** The three pages about oneself, and the way between them. */
export function YouLayout() {
  const t = useTranslate();
  return (
    <div className="wrap">
      <nav className="subnav" aria-label={t('you.pages')}>
        <Link to="/profile" activeOptions={{ exact: true }}>
          <span>{t('you.page_fit')}</span>
        </Link>
        <Link to="/profile/preferences">
          <span>{t('you.page_preferences')}</span>
        </Link>
        <Link to="/profile/account">
          <span>{t('you.page_account')}</span>
        </Link>
      </nav>
      <Outlet />
    </div>
  );
}
