import { type ComponentProps, useRef } from 'react';
import { useTranslate } from '#web/messages/translate-context.ts';
import { FieldShell, type Shell, useField } from './field.tsx';
import { Icon } from './icon.tsx';
import { ToolButton } from './tool-button.tsx';

interface Props extends Shell, Omit<ComponentProps<'input'>, 'onChange' | 'value'> {
  value: string;
  onChange: (value: string) => void;
}

/** A field to search in: a lens before the words, and a cross that empties it and keeps the focus. */
export function SearchField({ label, hint, error, is_label_hidden, value, onChange, ...input }: Props) {
  const t = useTranslate();
  const field = useRef<HTMLInputElement>(null);
  const { id, control } = useField({ label, hint, error });
  const clear = () => {
    onChange('');
    field.current?.focus();
  };
  return (
    <FieldShell {...{ id, label, hint, error, is_label_hidden }}>
      <span className="holds at-start">
        <input
          className="input"
          type="search"
          enterKeyHint="search"
          {...input}
          {...control}
          ref={field}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
        <Icon name="search" />
        {value !== '' && !input.disabled && <ToolButton icon="x" className="needs-script" label={t('design.clear')} onClick={clear} />}
      </span>
    </FieldShell>
  );
}
