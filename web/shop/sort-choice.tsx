import { useTranslate } from '#web/messages/translate-context.ts';
import { type Sort, shop_form, sorts } from './shop-search.ts';

/** In which order; a native select, because phones have the best one. */
export function SortChoice({ value, onChange }: { value: Sort; onChange: (sort: Sort) => void }) {
  const t = useTranslate();
  return (
    <label className="sort">
      <span className="sr">{t('shop.sort')}</span>
      <select className="input" name="sort" form={shop_form} value={value} onChange={(event) => onChange(event.target.value as Sort)}>
        {sorts.map((sort) => (
          <option key={sort} value={sort}>
            {t(`shop.sort_${sort}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
