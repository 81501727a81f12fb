import { useId } from 'react';
import { Button } from '#web/design/button.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { Field, Select } from '#web/design/field.tsx';
import { FitScale, girth_feels } from '#web/design/fit-scale.tsx';
import { Radios } from '#web/design/radios.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { type SizedCategory, sized_categories } from '#contract/garment-kinds.ts';
import { MeasureGarment } from './measure-garment.tsx';
import { type OwnedFormOptions, useOwnedForm } from './use-owned-form.ts';

interface Props extends OwnedFormOptions {
  submit: string;
  /** In the profile a garment may also be one that does not fit well. */
  asks_fit?: boolean;
}

/** Asks for a garment that fits: brand, kind, and the size on its label, from the brand's own chart when we know it. */
export function OwnedForm({ submit, asks_fit = false, ...options }: Props) {
  const t = useTranslate();
  const brands_id = useId();
  const form = useOwnedForm(options);
  const { brands, given, change, missing, measures, is_checked, save, error, is_busy } = form;
  return (
    <form className="ask-form" noValidate onSubmit={save}>
      <Field
        label={t('owned.brand')}
        list={brands_id}
        autoComplete="off"
        maxLength={80}
        value={given.brand}
        onChange={(event) => change({ brand: event.target.value })}
        error={missing.brand && t('owned.needs_brand')}
      />
      <datalist id={brands_id}>
        {brands.map(({ id, name }) => (
          <option key={id} value={name}>
            {name}
          </option>
        ))}
      </datalist>
      <Select
        label={t('owned.kind')}
        value={given.category}
        onChange={(event) => change({ category: event.target.value as SizedCategory })}
      >
        {sized_categories.map((kind) => (
          <option key={kind} value={kind}>
            {t(`category.${kind}`)}
          </option>
        ))}
      </Select>
      <SizeOnLabel form={form} />
      {asks_fit && (
        <FitScale legend={t('owned.fit')} feels={girth_feels} value={given.overall} onChange={(overall) => change({ overall })} />
      )}
      <MeasureGarment key={given.category} {...{ measures, is_checked }} />
      {error && <ErrorNotice error={error} />}
      <Button type="submit" look="ink" is_tall is_wide is_busy={is_busy}>
        {submit}
      </Button>
    </form>
  );
}

function SizeOnLabel({ form: { given, change, known, size, missing } }: { form: ReturnType<typeof useOwnedForm> }) {
  const t = useTranslate();
  const error = missing.size ? t('owned.needs_size') : undefined;
  const label = t('owned.size');
  const either = [
    { value: 'women', label: t('you.sizing_women') },
    { value: 'men', label: t('you.sizing_men') },
  ];
  if (known.sizes.length === 0) {
    const type = (text: string) => change({ size: text });
    return (
      <Field {...{ label, error }} autoComplete="off" maxLength={40} value={given.size} onChange={(event) => type(event.target.value)} />
    );
  }
  return (
    <>
      {known.has_both && (
        <Radios
          look="choice slim"
          legend={t('owned.sizing')}
          value={known.sizing}
          options={either}
          onChange={(value) => change({ sizing: value as 'women' | 'men' })}
        />
      )}
      <Radios
        look="sizes"
        legend={label}
        value={size}
        options={known.sizes.map((one) => ({ value: one, label: one }))}
        error={error}
        onChange={(value) => change({ size: value })}
      />
    </>
  );
}
