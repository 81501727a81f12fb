import { useState } from 'react';
import { useTranslate } from '#web/messages/translate-context.ts';
import { Field } from './field.tsx';
import { NotchSlider } from './notch-slider.tsx';

interface Props {
  label: string;
  /** Whole units of the currency, the cheaper first. */
  value: [number, number];
  min: number;
  max: number;
  step: number;
  /** ISO 4217. */
  currency: string;
  onChange: (value: [number, number]) => void;
}

/** From and to: dragged for who explores, typed for who knows. What is typed counts when the field is left. */
export function PriceRange({ label, value, min, max, step, currency, onChange }: Props) {
  const t = useTranslate();
  const money = new Intl.NumberFormat(t.locale, { style: 'currency', currency, maximumFractionDigits: 0 });
  const [low, high] = value;
  return (
    <div className="stack">
      <NotchSlider
        {...{ label, value, min, max, step }}
        ticks={(max - min) / 10}
        min_gap={step}
        notch_labels={[t('design.from'), t('design.to')]}
        valueText={(amount) => money.format(amount)}
        onChange={([from = low, to = high]) => onChange([from, to])}
      />
      <div className="range-pair">
        <Amount label={t('design.from')} value={low} onLeave={(from) => onChange([clamp(from, min, high - step), high])} />
        <Amount label={t('design.to')} value={high} onLeave={(to) => onChange([low, clamp(to, low + step, max)])} />
      </div>
    </div>
  );
}

const clamp = (value: number, min: number, max: number) => Math.min(max, Math.max(min, value));

/** A number that may be half-typed: only what is left behind counts. */
function Amount({ label, value, onLeave }: { label: string; value: number; onLeave: (value: number) => void }) {
  const [typed, setTyped] = useState<string | null>(null);
  const leave = () => {
    if (typed !== null && /^\d+$/.test(typed.trim())) onLeave(Number(typed));
    setTyped(null);
  };
  return (
    <Field
      label={label}
      inputMode="numeric"
      value={typed ?? String(value)}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave();
      }}
    />
  );
}
