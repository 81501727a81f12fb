import { Link } from '@tanstack/react-router';
import { Button } from '#web/design/button.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';

/** Asks before a page is read whose sender nobody vouches for: any site can send one in a shop's name. */
export function UnsignedPage({ host, onAccept }: { host: string; onAccept: () => void }) {
  const t = useTranslate();
  return (
    <div className="column">
      <h1 className="display hero">{t('handover.unsigned')}</h1>
      <p className="lead quiet">{t('handover.unsigned_why', { host })}</p>
      <div className="row">
        <Button look="ink" is_tall onClick={onAccept}>
          {t('handover.unsigned_accept')}
        </Button>
        <Link className="btn tall" to="/">
          {t('handover.unsigned_refuse')}
        </Link>
      </div>
    </div>
  );
}
