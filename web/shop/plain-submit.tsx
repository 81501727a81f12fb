import { useTranslate } from '#web/messages/translate-context.ts';
import { shop_form } from './shop-search.ts';

/** Sends what was chosen, where no script does so at each choice. */
export function PlainSubmit() {
  const t = useTranslate();
  return (
    <noscript>
      <button type="submit" className="btn" form={shop_form}>
        {t('shop.apply')}
      </button>
    </noscript>
  );
}
