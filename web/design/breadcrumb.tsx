import type { ReactNode } from 'react';
import { useTranslate } from '#web/messages/translate-context.ts';

export interface Crumb {
  key: string;
  /** A link, but for the last: this page, in words. */
  step: ReactNode;
}

/** Where this page lies, from the outside in. */
export function Breadcrumb({ crumbs }: { crumbs: Crumb[] }) {
  const t = useTranslate();
  return (
    <nav className="crumbs" aria-label={t('design.where')}>
      <ol>
        {crumbs.map(({ key, step }, index) => (
          <li key={key}>{index === crumbs.length - 1 ? <span aria-current="page">{step}</span> : step}</li>
        ))}
      </ol>
    </nav>
  );
}
