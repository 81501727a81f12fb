import { Link, useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslate } from '#web/messages/translate-context.ts';
import { Icon } from './icon.tsx';

/** The frame of every page: header, the page itself, footer. */
export function Layout({ children }: { children: ReactNode }) {
  const t = useTranslate();
  const main = useFocusOnNewPage();
  return (
    <div className="page">
      <a className="skip" href="#main">
        {t('app.skip')}
      </a>
      <header className="wrap" style={{ width: '100%' }}>
        <div className="top">
          <Link className="mark" to="/" aria-label={t('app.home')}>
            {t('app.name')}
          </Link>
          <Link className="tool" to="/profile" aria-label={t('app.you')}>
            <Icon name="person" />
          </Link>
        </div>
      </header>
      <main id="main" ref={main} tabIndex={-1}>
        {children}
      </main>
      <footer className="wrap" style={{ width: '100%' }}>
        <div className="foot">
          <span>{t('app.footer')}</span>
          <a href="/docs">{t('app.api')}</a>
        </div>
      </footer>
    </div>
  );
}

/** Moves the focus to a page that was just opened, as a browser does when it loads one. */
function useFocusOnNewPage() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const seen = useRef(pathname);
  useEffect(() => {
    if (seen.current === pathname) return;
    seen.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}
