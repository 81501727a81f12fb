import { useTranslate } from '#web/messages/translate-context.ts';
import { Button } from './button.tsx';
import { PageTitle } from './page-title.tsx';

/** Shown when a page throws: our fault, said so, with a way on. */
export function BrokenPage() {
  const t = useTranslate();
  return (
    <div className="wrap">
      <PageTitle page={t('error.page')} />
      <div className="column" role="alert">
        <h1 className="display head">{t('error.page')}</h1>
        <p className="lead quiet">{t('error.page_next')}</p>
        <div>
          <Button look="ink" onClick={() => window.location.reload()}>
            {t('error.reload')}
          </Button>
        </div>
      </div>
    </div>
  );
}
