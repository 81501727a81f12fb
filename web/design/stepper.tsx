import { useTranslate } from '#web/messages/translate-context.ts';
import { FieldShell, type Shell, useField } from './field.tsx';
import { ToolButton } from './tool-button.tsx';

interface Props extends Shell {
  value: number;
  min?: number;
  max?: number;
  is_off?: boolean;
  onChange: (value: number) => void;
}

/** A small whole number, by one more, one fewer, or typed. */
export function Stepper({ label, hint, error, is_label_hidden, value, min = 0, max = 99, is_off, onChange }: Props) {
  const t = useTranslate();
  const { id, control } = useField({ label, hint, error });
  const change = (wanted: number) => {
    if (Number.isInteger(wanted)) onChange(Math.min(max, Math.max(min, wanted)));
  };
  return (
    <FieldShell {...{ id, label, hint, error, is_label_hidden }}>
      <span className="stepper">
        <ToolButton
          icon="minus"
          label={t('design.one_fewer', { label })}
          disabled={is_off || value <= min}
          onClick={() => change(value - 1)}
        />
        <input
          className="input"
          inputMode="numeric"
          {...control}
          value={value}
          disabled={is_off}
          onChange={(event) => change(Number(event.target.value))}
        />
        <ToolButton
          icon="plus"
          label={t('design.one_more', { label })}
          disabled={is_off || value >= max}
          onClick={() => change(value + 1)}
        />
      </span>
    </FieldShell>
  );
}
