import { Link, useLocation } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { useTranslate } from '#web/messages/translate-context.ts';

/** The places of Toile, and which addresses belong to each. Fitting is what everything else is not. */
const places = [
  { to: '/', word: 'nav.fitting', isHere: (path: string) => path === '/' || /^\/(fitting|hand-over|share|size-chart|offline)/.test(path) },
  { to: '/mirror', word: 'nav.mirror', isHere: (path: string) => /^\/(mirror|looks)/.test(path) },
  { to: '/wardrobe', word: 'nav.wardrobe', isHere: (path: string) => path.startsWith('/wardrobe') },
  { to: '/shop', word: 'nav.shop', isHere: (path: string) => /^\/(shop|boutiques)/.test(path) },
] as const;

/** Five words at most, no icons; a notch stands at the one you are in. `bar`: along the lower edge of a phone. */
export function MainNav({ look }: { look: 'top' | 'bar' }) {
  const t = useTranslate();
  const pathname = useWrittenPath();
  return (
    <nav className={look === 'bar' ? 'tabs' : 'places'} aria-label={t('nav.main')} data-path={pathname}>
      {places.map(({ to, word, isHere }) => (
        <Link key={to} to={to} aria-current={isHere(pathname) ? 'page' : undefined} activeProps={{}}>
          {t(word)}
        </Link>
      ))}
    </nav>
  );
}

/**
 * Gives the address that the document was written for until the app has taken it over, then the real one: without a connection the page
 * for none stands for others, and React leaves an attribute as it was written unless it sees it change.
 */
function useWrittenPath(): string {
  const { pathname } = useLocation();
  return useSyncExternalStore(
    neverChanges,
    () => pathname,
    () => writtenPath() ?? pathname,
  );
}

const neverChanges = () => () => undefined;
const writtenPath = (): string | undefined =>
  typeof document === 'undefined' ? undefined : document.querySelector<HTMLElement>('nav[data-path]')?.dataset['path'];
