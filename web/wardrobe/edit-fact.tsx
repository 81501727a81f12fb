import { type FormEvent, type ReactNode, useState } from 'react';
import { categories } from '#contract/garment-kinds.ts';
import { garment_colors } from '#contract/garment-colors.ts';
import type { Item } from '#contract/wardrobe.ts';
import type { ItemChange } from '#web/api/wardrobe-queries.ts';
import { useMe } from '#web/api/account-queries.ts';
import { Button } from '#web/design/button.tsx';
import { Checkbox } from '#web/design/checkbox.tsx';
import { Field, Select, TextArea } from '#web/design/field.tsx';
import { amountText } from '#web/messages/money-text.ts';
import { readMoney } from '#web/messages/read-money.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import { colorWord } from './color-word.ts';
import { type FactName, formality_steps, formalityStep, patterns, seasons } from './fact-text.ts';

interface Props {
  name: FactName;
  item: Item;
  is_busy: boolean;
  onSave: (change: ItemChange) => void;
  onCancel: () => void;
}

/** One fact being told: a field that suits it, and what to do with it. */
export function EditFact({ name, item, is_busy, onSave, onCancel }: Props) {
  const t = useTranslate();
  const currency = useMe().data?.prefs.currency ?? 'EUR';
  const [draft, setDraft] = useState<string[]>(() => draftOf(name, item, t.locale));
  const [is_unreadable, setUnreadable] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const change = changeOf(name, draft, { locale: t.locale, currency: item.currency ?? currency });
    setUnreadable(change === null);
    if (change && !is_busy) onSave(change);
  };
  return (
    <form className="edit-fact" onSubmit={send}>
      <Control
        name={name}
        draft={draft}
        onChange={setDraft}
        error={is_unreadable ? t('wardrobe.unreadable_price') : undefined}
        currency={item.currency ?? currency}
      />
      <div className="row">
        <Button type="submit" look="ink" is_busy={is_busy}>
          {t('wardrobe.save')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('app.cancel')}
        </Button>
      </div>
    </form>
  );
}

interface ControlProps {
  name: FactName;
  draft: string[];
  onChange: (draft: string[]) => void;
  error: string | undefined;
  currency: string;
}

function Control({ name, draft, onChange, error, currency }: ControlProps): ReactNode {
  const t = useTranslate();
  const label = t(`wardrobe.fact_${name}`);
  const text = draft[0] ?? '';
  const one = (options: readonly { value: string; word: string }[]) => (
    <Select label={label} is_label_hidden value={text} onChange={(event) => onChange([event.target.value])}>
      {!options.some(({ value }) => value === text) && <option value={text}>{text || t('wardrobe.choose')}</option>}
      {options.map(({ value, word }) => (
        <option key={value} value={value}>
          {word}
        </option>
      ))}
    </Select>
  );
  if (name === 'category') return one(categories.map((value) => ({ value, word: t(`category.${value}`) })));
  if (name === 'pattern') return one(patterns.map((value) => ({ value, word: t(`pattern.${value}`) })));
  if (name === 'formality')
    return one(formality_steps.map((step, at) => ({ value: String(at / (formality_steps.length - 1)), word: t(`formality.${step}`) })));
  if (name === 'season')
    return (
      <Ticks label={label} values={seasons.map((value) => ({ value, word: t(`season.${value}`) }))} draft={draft} onChange={onChange} />
    );
  if (name === 'colors') {
    // Three are all that a garment is told by.
    const values = garment_colors.map((value) => ({
      value,
      word: colorWord(t, value),
      is_off: draft.length >= 3 && !draft.includes(value),
    }));
    return <Ticks label={label} values={values} draft={draft} onChange={onChange} />;
  }
  if (name === 'description')
    return (
      <TextArea label={label} is_label_hidden maxLength={1000} rows={3} value={text} onChange={(event) => onChange([event.target.value])} />
    );
  return (
    <Field
      label={label}
      is_label_hidden
      maxLength={name === 'brand' ? 80 : 120}
      type={name === 'bought_on' ? 'date' : 'text'}
      inputMode={name === 'price' ? 'decimal' : undefined}
      hint={
        name === 'sizes' || name === 'tags' ? t('wardrobe.by_commas') : name === 'price' ? t('wardrobe.price_in', { currency }) : undefined
      }
      error={error}
      value={text}
      onChange={(event) => onChange([event.target.value])}
    />
  );
}

interface TicksProps {
  label: string;
  values: readonly { value: string; word: string; is_off?: boolean }[];
  draft: string[];
  onChange: (draft: string[]) => void;
}

function Ticks({ label, values, draft, onChange }: TicksProps) {
  return (
    <fieldset className="ticks in-row">
      <legend className="sr">{label}</legend>
      {values.map(({ value, word, is_off }) => (
        <Checkbox
          key={value}
          label={word}
          value={draft.includes(value)}
          is_off={is_off}
          onChange={(is_chosen) => onChange(is_chosen ? [...draft, value] : draft.filter((other) => other !== value))}
        />
      ))}
    </fieldset>
  );
}

function draftOf(name: FactName, item: Item, locale: string): string[] {
  if (name === 'colors') return [...item.colors];
  if (name === 'season') return [...item.season];
  if (name === 'formality') return [String(formalityStep(item.formality ?? 0.25) / (formality_steps.length - 1))];
  if (name === 'price')
    return [item.price_minor === undefined || item.currency === undefined ? '' : amountText({ locale }, item.price_minor, item.currency)];
  if (name === 'sizes' || name === 'tags') return [item[name].join(', ')];
  return [item[name] ?? (name === 'pattern' ? 'plain' : '')];
}

/** Reads what was told; null when it cannot be read. */
function changeOf(name: FactName, draft: string[], money: { locale: string; currency: string }): ItemChange | null {
  const text = (draft[0] ?? '').trim();
  if (name === 'colors') return { colors: draft };
  if (name === 'season') return { season: draft as NonNullable<ItemChange['season']> };
  if (name === 'formality') return { formality: Number(text) };
  if (name === 'sizes' || name === 'tags')
    return {
      [name]: text
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one !== ''),
    };
  if (name === 'price') {
    const read = readMoney(money, text, money.currency);
    if (read.kind === 'empty') return { price_minor: null, currency: null };
    return read.kind === 'value' ? { price_minor: read.minor, currency: money.currency } : null;
  }
  if (name === 'title') return { title: text || null };
  if (name === 'category') return { category: (text || null) as Item['category'] };
  return { [name]: text || null };
}
