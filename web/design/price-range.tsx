import { useState } from 'react';
import { amountText, minorDigits, moneyText } from '#web/messages/money-text.ts';
import { readMoney } from '#web/messages/read-money.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import { Field } from './field.tsx';
import { NotchSlider } from './notch-slider.tsx';

interface Props {
  label: string;
  /** In minor units of the currency, like all amounts here; the cheaper first. */
  value: [number, number];
  min: number;
  max: number;
  /** Of the notches; what is typed is as exact as the currency. */
  step: number;
  /** ISO 4217. */
  currency: string;
  onChange: (value: [number, number]) => void;
  /** Nothing moves any more: a drag ended, or a field was left. */
  onRest?: () => void;
}

/** From and to: dragged for who explores, typed for who knows. What is typed counts when the field is left. */
export function PriceRange({ label, value, min, max, step, currency, onChange, onRest }: Props) {
  const t = useTranslate();
  const [low, high] = value;
  const settle = (next: [number, number]) => {
    onChange(next);
    onRest?.();
  };
  return (
    <div className="stack">
      <NotchSlider
        {...{ label, value, min, max, step, onRest }}
        ticks={(max - min) / 10}
        min_gap={step}
        notch_labels={[t('design.from'), t('design.to')]}
        valueText={(amount) => moneyText(t, amount, currency)}
        onChange={([from = low, to = high]) => onChange([from, to])}
      />
      <div className="range-pair">
        <Amount
          label={t('design.from')}
          value={low}
          currency={currency}
          none={min}
          refuse={(from) => from > high && t('design.price_over', { amount: moneyText(t, high, currency) })}
          onLeave={(from) => settle([Math.max(min, from), high])}
        />
        <Amount
          label={t('design.to')}
          value={high}
          currency={currency}
          none={max}
          refuse={(to) => to < low && t('design.price_under', { amount: moneyText(t, low, currency) })}
          onLeave={(to) => settle([low, Math.min(max, to)])}
        />
      </div>
    </div>
  );
}

interface AmountProps {
  label: string;
  value: number;
  currency: string;
  /** What an emptied field means. */
  none: number;
  /** Says what is wrong with an amount that can be read. */
  refuse: (minor: number) => string | false;
  onLeave: (minor: number) => void;
}

interface Typed {
  text: string;
  /** What the field stood for when it was typed: moved otherwise since, what was typed is out of date. */
  instead_of: number;
  /** Said once it is left; half-typed it may be anything. */
  error?: string;
}

/** An amount that may be half-typed: only what is left behind counts. What cannot be read stays, and is said. */
function Amount({ label, value, currency, none, refuse, onLeave }: AmountProps) {
  const t = useTranslate();
  const [kept, setTyped] = useState<Typed | null>(null);
  const typed = kept?.instead_of === value ? kept : null;
  const troubleOf = (text: string): { error: string } | { minor: number } => {
    const read = readMoney(t, text, currency);
    if (read.kind === 'unreadable') return { error: t('design.price_unreadable', { example: amountText(t, example(currency), currency) }) };
    if (read.kind === 'negative') return { error: t('design.price_negative', { amount: moneyText(t, 0, currency) }) };
    const minor = read.kind === 'empty' ? none : read.minor;
    const error = refuse(minor);
    return error ? { error } : { minor };
  };
  const leave = () => {
    if (!typed) return;
    const found = troubleOf(typed.text);
    if ('error' in found) return setTyped({ ...typed, error: found.error });
    setTyped(null);
    if (found.minor !== value) onLeave(found.minor);
  };
  return (
    <Field
      label={label}
      inputMode="decimal"
      autoComplete="off"
      value={typed?.text ?? amountText(t, value, currency)}
      error={typed?.error}
      onChange={(event) => setTyped({ text: event.target.value, instead_of: value })}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave();
      }}
    />
  );
}

/** Shows how cents are written, where the currency has any. */
const example = (currency: string): number => (minorDigits(currency) === 0 ? 1200 : 12_050 * 10 ** (minorDigits(currency) - 2));
