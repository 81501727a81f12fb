import { Link, useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslate } from '#web/messages/translate-context.ts';
import { ConnectionNotice } from '#web/offline/connection-notice.tsx';
import { UpdateNotice } from '#web/offline/update-notice.tsx';
import { LanguageChoice } from '#web/people/language-choice.tsx';
import { Icon } from './icon.tsx';
import { MainNav } from './main-nav.tsx';

/** The frame of every page: header, the page itself, footer; on a phone the places along the lower edge. */
export function Layout({ children }: { children: ReactNode }) {
  const t = useTranslate();
  const { pathname } = useLocation();
  const main = useFocusOnNewPage(pathname);
  // Whoever is in the middle of a task gets its own actions there, and nothing that leads away.
  const is_task =
    pathname.startsWith('/fitting/') ||
    pathname.startsWith('/mirror/') ||
    pathname === '/hand-over' ||
    pathname === '/share' ||
    pathname === '/wardrobe/add' ||
    pathname.endsWith('/fix');
  return (
    <div className={is_task ? 'page' : 'page has-tabs'}>
      <a className="skip" href="#main">
        {t('app.skip')}
      </a>
      <header className="wrap" style={{ width: '100%' }}>
        <div className="top">
          <Link className="mark" to="/" aria-label={t('app.home')}>
            {t('app.name')}
          </Link>
          <MainNav look="top" />
          <Link className="tool" to="/profile" aria-label={t('app.you')}>
            <Icon name="person" />
          </Link>
        </div>
      </header>
      <ConnectionNotice />
      <UpdateNotice />
      <main id="main" ref={main} tabIndex={-1}>
        {children}
      </main>
      <footer className="wrap" style={{ width: '100%' }}>
        <div className="foot">
          <span>{t('app.footer')}</span>
          <Link to="/privacy">{t('app.privacy')}</Link>
          <a href="/docs">{t('app.api')}</a>
          <LanguageChoice />
        </div>
      </footer>
      {!is_task && <MainNav look="bar" />}
    </div>
  );
}

/** Moves the focus to a page that was just opened, as a browser does when it loads one. */
function useFocusOnNewPage(pathname: string) {
  const main = useRef<HTMLElement>(null);
  const seen = useRef(pathname);
  useEffect(() => {
    if (seen.current === pathname) return;
    seen.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}
