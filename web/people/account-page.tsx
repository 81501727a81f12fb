import { PageTitle } from '#web/design/page-title.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { AccountPanel } from './account-panel.tsx';
import { NamePanel } from './name-panel.tsx';
import { SessionsPanel } from './sessions-panel.tsx';

/** The account itself: signed in or not, its name, and where it is open. */
export function AccountPage() {
  const t = useTranslate();
  return (
    <>
      <PageTitle page={t('you.account')} />
      <div className="you-head">
        <h1 className="display hero">{t('you.account')}</h1>
      </div>
      <div className="you-pair">
        <div className="stack" style={{ '--s': '44px' } as React.CSSProperties}>
          <AccountPanel />
          <NamePanel />
        </div>
        <SessionsPanel />
      </div>
    </>
  );
}
