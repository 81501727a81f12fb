import type { Fitting } from '#contract/fit.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import { priceText } from './price-text.ts';

/** Whose garment, which, and what it costs; an old price is marked as a guess. */
export function ProductLine({ fitting, is_stacked = false }: { fitting: Fitting; is_stacked?: boolean }) {
  const t = useTranslate();
  const price = priceText(t, fitting);
  const break_or_space = is_stacked ? <br /> : ' ';
  return (
    <p className={is_stacked ? 'small who' : 'small'}>
      <span className="b">{fitting.brand}</span>
      {break_or_space}
      <span className={is_stacked ? undefined : 'quiet'}>{fitting.product_name}</span>
      {price && (
        <>
          {break_or_space}
          <span className={fitting.stale ? 'quiet guess' : 'quiet'}>{price}</span>
        </>
      )}
    </p>
  );
}
