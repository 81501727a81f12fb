import { Field } from '#web/design/field.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { type ShopSearch, shop_form } from './shop-search.ts';

interface Props {
  search: ShopSearch;
  /** What there is, in whole units of the currency. */
  min: number;
  max: number;
  /** Minor units of a whole one. */
  unit: number;
  currency: string;
}

/** From how much to how much where no script runs: two numbers of the shop's form. What is left empty asks for nothing. */
export function PlainPrice({ search, min, max, unit, currency }: Props) {
  const t = useTranslate();
  const whole = (minor: number | undefined) => (minor === undefined ? undefined : Math.round(minor / unit));
  const shared = { type: 'number', inputMode: 'numeric', min: 0, form: shop_form } as const;
  return (
    <noscript>
      <fieldset className="field">
        <legend className="label">{t('shop.plain_price', { currency })}</legend>
        <input type="hidden" name="currency" value={currency} form={shop_form} />
        <div className="range-pair">
          <Field
            {...shared}
            label={t('design.from')}
            name="price_from"
            placeholder={String(min)}
            defaultValue={whole(search.price_min_minor)}
          />
          <Field
            {...shared}
            label={t('design.to')}
            name="price_to"
            placeholder={String(max)}
            defaultValue={whole(search.price_max_minor)}
          />
        </div>
      </fieldset>
    </noscript>
  );
}
