import { type ComponentProps, type ReactNode, useId } from 'react';
import { Icon } from './icon.tsx';

export interface Shell {
  label: string;
  hint?: string;
  error?: ReactNode;
  is_label_hidden?: boolean;
}

/** What every control of a field needs: an id, and what describes it. */
export function useField({ hint, error }: Shell) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return { id, control: { id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined } };
}

/** Label above, hint and error beneath. */
export function FieldShell({ id, label, hint, error, is_label_hidden, children }: Shell & { id: string; children: ReactNode }) {
  return (
    <div className="field">
      <label className={is_label_hidden ? 'sr' : 'label'} htmlFor={id}>
        {label}
      </label>
      {children}
      {hint && (
        <p className="micro faint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}

/** Says what to do next, right under the control. */
export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p className="error" id={id}>
      <Icon name="warn" />
      <span>{children}</span>
    </p>
  );
}

export function Field({ label, hint, error, is_label_hidden, ...input }: Shell & ComponentProps<'input'>) {
  const { id, control } = useField({ label, hint, error });
  return (
    <FieldShell {...{ id, label, hint, error, is_label_hidden }}>
      <input className="input" {...input} {...control} />
    </FieldShell>
  );
}

export function TextArea({ label, hint, error, is_label_hidden, ...area }: Shell & ComponentProps<'textarea'>) {
  const { id, control } = useField({ label, hint, error });
  return (
    <FieldShell {...{ id, label, hint, error, is_label_hidden }}>
      <textarea className="input" {...area} {...control} />
    </FieldShell>
  );
}

export function Select({ label, hint, error, is_label_hidden, ...select }: Shell & ComponentProps<'select'>) {
  const { id, control } = useField({ label, hint, error });
  return (
    <FieldShell {...{ id, label, hint, error, is_label_hidden }}>
      <span className="holds">
        <select className="input" {...select} {...control} />
        <Icon name="down" />
      </span>
    </FieldShell>
  );
}
