import { type FormEvent, useState } from 'react';
import { Button } from '#web/design/button.tsx';
import { FieldError } from '#web/design/field.tsx';
import { Icon } from '#web/design/icon.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { readLink } from './read-link.ts';

interface Props {
  is_busy: boolean;
  onLink: (product_url: string) => void;
}

/** The field that everything starts from. */
export function LinkForm({ is_busy, onLink }: Props) {
  const t = useTranslate();
  const [text, setText] = useState('');
  const [is_refused, setRefused] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (is_busy) return;
    const link = readLink(text);
    setRefused(link === null);
    if (link) onLink(link);
    else document.getElementById('link')?.focus();
  };
  return (
    <form noValidate onSubmit={submit} style={{ display: 'grid', gap: 10 }}>
      <div className="paste">
        <div className="box">
          <label className="sr" htmlFor="link">
            {t('home.link')}
          </label>
          <Icon name="link" />
          <input
            className="input"
            id="link"
            name="product_url"
            type="text"
            inputMode="url"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            placeholder={t('home.link_example')}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setRefused(false);
            }}
            aria-invalid={is_refused || undefined}
            aria-describedby={is_refused ? 'link-error' : undefined}
          />
        </div>
        <Button type="submit" look="ink" is_busy={is_busy}>
          {t(is_busy ? 'home.reading' : 'home.find')}
        </Button>
      </div>
      {is_refused && <FieldError id="link-error">{t('home.not_a_link')}</FieldError>}
      <p className="small quiet" role="status">
        {is_busy ? t('home.reading_long') : ''}
      </p>
    </form>
  );
}
