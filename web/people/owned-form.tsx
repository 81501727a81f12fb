import { type FormEvent, useState } from 'react';
import { type Category, categories } from './categories.ts';
import { useBrands } from '#web/api/fitting-queries.ts';
import { type OwnedInput, useAddOwnedGarment } from '#web/api/profile-queries.ts';
import { Button } from '#web/design/button.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { Field, Select } from '#web/design/field.tsx';
import { FitScale, girth_feels } from '#web/design/fit-scale.tsx';
import { Radios } from '#web/design/radios.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { findSizes } from './find-sizes.ts';

interface Props {
  profile_id: string;
  category: Category;
  submit: string;
  /** In the profile a garment may also be one that does not fit well. */
  asks_fit?: boolean;
  onSaved: () => void;
}
type Feel = NonNullable<OwnedInput['overall']>;

/** Asks for a garment that fits: brand, kind, and the size on its label, from the brand's own chart when we know it. */
export function OwnedForm({ profile_id, category, submit, asks_fit = false, onSaved }: Props) {
  const t = useTranslate();
  const brands = useBrands().data?.brands ?? [];
  const add = useAddOwnedGarment(profile_id);
  const [given, setGiven] = useState({ brand: '', category, size: '', sizing: null as 'women' | 'men' | null, overall: 'perfect' as Feel });
  const [is_checked, setChecked] = useState(false);
  const change = (part: Partial<typeof given>) => setGiven((now) => ({ ...now, ...part }));
  const known = findSizes(brands, given);
  const size = known.sizes.length > 0 && !known.sizes.includes(given.size) ? '' : given.size.trim();
  const save = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (add.isPending || given.brand.trim() === '' || size === '') return;
    const sizing = known.sizing ?? given.sizing;
    add.mutate({ brand: given.brand.trim(), category: given.category, size, overall: given.overall, ...(sizing ? { sizing } : {}) }, { onSuccess: onSaved });
  };
  return (
    <form className="ask-form" noValidate onSubmit={save}>
      <Field
        label={t('owned.brand')} list="brands" autoComplete="off" maxLength={80} value={given.brand} onChange={(event) => change({ brand: event.target.value })}
        error={is_checked && given.brand.trim() === '' && t('owned.needs_brand')}
      />
      <datalist id="brands">{brands.map(({ id, name }) => <option key={id} value={name} />)}</datalist>
      <Select label={t('owned.kind')} value={given.category} onChange={(event) => change({ category: event.target.value as Category })}>
        {categories.map((kind) => <option key={kind} value={kind}>{t(`category.${kind}`)}</option>)}
      </Select>
      {known.has_both && (
        <Radios
          look="choice slim" legend={t('owned.sizing')} value={known.sizing} onChange={(value) => change({ sizing: value as 'women' | 'men' })}
          options={[{ value: 'women', label: t('you.sizing_women') }, { value: 'men', label: t('you.sizing_men') }]}
        />
      )}
      {known.sizes.length > 0 ? (
        <Radios
          look="sizes" legend={t('owned.size')} value={size} onChange={(value) => change({ size: value })}
          options={known.sizes.map((label) => ({ value: label, label }))} error={is_checked && size === '' ? t('owned.needs_size') : undefined}
        />
      ) : (
        <Field
          label={t('owned.size')} autoComplete="off" autoCapitalize="characters" maxLength={40} value={given.size} onChange={(event) => change({ size: event.target.value })}
          error={is_checked && size === '' && t('owned.needs_size')}
        />
      )}
      {asks_fit && <FitScale legend={t('owned.fit')} feels={girth_feels} value={given.overall} onChange={(overall) => change({ overall })} />}
      {add.error && <ErrorNotice error={add.error} />}
      <Button type="submit" look="ink" is_tall is_wide is_busy={add.isPending}>{submit}</Button>
    </form>
  );
}
