import { Link } from '@tanstack/react-router';
import { PageTitle } from '#web/design/page-title.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';

/** A garment that was sold here once. */
export function GonePage() {
  const t = useTranslate();
  return (
    <div className="wrap">
      <PageTitle page={t('product.gone')} />
      <div className="column">
        <h1 className="display hero">{t('product.gone')}</h1>
        <p className="lead quiet">{t('product.gone_next')}</p>
        <div>
          <Link className="btn ink" to="/shop">
            {t('product.to_shop')}
          </Link>
        </div>
      </div>
    </div>
  );
}
