import { type FormEvent, useState } from 'react';
import type { Product } from '#contract/catalog.ts';
import type { SizedCategory } from '#contract/garment-kinds.ts';
import { useTellOwnedSize } from '#web/api/owned-queries.ts';
import { Button } from '#web/design/button.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { FitScale, girth_feels } from '#web/design/fit-scale.tsx';
import { Radios } from '#web/design/radios.tsx';
import { useSay } from '#web/design/say.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';

interface Props {
  product: Product;
  category: SizedCategory;
  item_id: string;
}

/** Which size somebody has of this, and how it fits: it says more of their next size than a tape measure. */
export function OwnedSize({ product, category, item_id }: Props) {
  const t = useTranslate();
  const say = useSay();
  const tell = useTellOwnedSize(product.id);
  const [size, setSize] = useState<string | null>(null);
  const [overall, setOverall] = useState<(typeof girth_feels)[number]>();
  const [is_sent, setSent] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (size === null || overall === undefined || tell.isPending) return;
    const { brand, sizing, product_name } = product;
    const garment = { brand, category, size, overall, description: product_name.slice(0, 120), ...(sizing ? { sizing } : {}) };
    tell.mutate({ item_id, ...garment }, { onSuccess: () => say(t('own.size_kept')) });
  };
  return (
    <form className="own-size" noValidate onSubmit={send}>
      <Radios
        legend={t('owned.size')}
        look="sizes"
        value={size}
        options={product.size_options.map(({ label }) => ({ value: label, label }))}
        error={is_sent && size === null ? t('owned.needs_size') : undefined}
        onChange={setSize}
      />
      <FitScale
        legend={t('owned.fit')}
        feels={girth_feels}
        value={overall}
        error={is_sent && overall === undefined ? t('own.needs_fit') : undefined}
        onChange={setOverall}
      />
      {tell.error && <ErrorNotice error={tell.error} />}
      <Button type="submit" look="quiet" is_wide is_busy={tell.isPending}>
        {t('wardrobe.save')}
      </Button>
    </form>
  );
}
