import { type FormEvent, useState } from 'react';
import { Button } from '#web/design/button.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { Field } from '#web/design/field.tsx';
import type { MessageKey } from '#web/messages/translate.ts';
import { useTranslate } from '#web/messages/translate-context.ts';

const password_min = 10;
interface Credentials {
  email: string;
  password: string;
  name: string;
}
interface Props {
  kind: 'sign_in' | 'sign_up';
  is_busy: boolean;
  error: unknown;
  onSubmit: (credentials: Credentials) => void;
}

/** E-mail and password, for signing in and for making an account; the latter also takes a name. */
export function CredentialsForm({ kind, is_busy, error, onSubmit }: Props) {
  const t = useTranslate();
  const [given, setGiven] = useState<Credentials>({ email: '', password: '', name: '' });
  const [is_checked, setChecked] = useState(false);
  const is_new = kind === 'sign_up';
  const wrong = findWrong(given, is_new);
  const change = (part: Partial<Credentials>) => setGiven((now) => ({ ...now, ...part }));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    const first = wrong.email ? 'email' : wrong.password ? 'password' : null;
    if (first) return (event.currentTarget.elements.namedItem(first) as HTMLElement).focus();
    if (!is_busy) onSubmit({ ...given, email: given.email.trim(), name: given.name.trim() });
  };
  const errorOf = (field: 'email' | 'password') => is_checked && wrong[field] && t(wrong[field]);
  return (
    <form className="ask-form" noValidate onSubmit={submit}>
      <Field
        label={t('signup.email')}
        name="email"
        type="email"
        autoComplete={is_new ? 'email' : 'username'}
        value={given.email}
        onChange={(event) => change({ email: event.target.value })}
        error={errorOf('email')}
      />
      <Field
        label={t('signup.password')}
        name="password"
        type="password"
        autoComplete={is_new ? 'new-password' : 'current-password'}
        maxLength={200}
        value={given.password}
        onChange={(event) => change({ password: event.target.value })}
        hint={is_new ? t('signup.password_hint') : undefined}
        error={errorOf('password')}
      />
      {is_new && (
        <Field
          label={t('signup.name')}
          name="name"
          autoComplete="name"
          maxLength={80}
          value={given.name}
          onChange={(event) => change({ name: event.target.value })}
        />
      )}
      {error !== null && error !== undefined && <ErrorNotice error={error} />}
      <Button type="submit" look="ink" is_tall is_wide is_busy={is_busy}>
        {t(is_new ? 'signup.submit' : 'signin.submit')}
      </Button>
    </form>
  );
}

function findWrong({ email, password }: Credentials, is_new: boolean): { email?: MessageKey; password?: MessageKey } {
  return {
    ...(/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()) ? {} : { email: 'signup.needs_email' as const }),
    ...(is_new && password.length < password_min ? { password: 'signup.needs_password' as const } : {}),
    ...(!is_new && password === '' ? { password: 'signin.needs_password' as const } : {}),
  };
}
