import { type FormEvent, useState } from 'react';
import { Button } from '#web/design/button.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { Field, TextArea } from '#web/design/field.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { page_max_bytes } from './read-hand-over.ts';
import { readLink } from './read-link.ts';
import { useBegin } from './use-begin.ts';

type Trouble = 'roads.paste_empty' | 'roads.paste_too_large';

/** The box for a page's source: the road that always works. `tried_link` is the link that failed: its page is the one to paste. */
export function PasteRoad({ tried_link = '' }: { tried_link?: string }) {
  const t = useTranslate();
  const { begin, error, is_busy } = useBegin();
  const [source, setSource] = useState('');
  const [typed_link, setLink] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const link = typed_link ?? tried_link;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (is_busy) return;
    const found = findTrouble(source);
    setTrouble(found);
    const product_url = readLink(link);
    if (!found) begin({ page_html: source, ...(product_url ? { product_url } : {}) });
  };
  return (
    <form className="road" noValidate onSubmit={submit}>
      <h3 className="display title">{t('roads.paste_title')}</h3>
      <p className="small quiet">{t('roads.paste_steps')}</p>
      <TextArea
        label={t('roads.paste')}
        rows={4}
        spellCheck={false}
        autoComplete="off"
        value={source}
        onChange={(event) => {
          setSource(event.target.value);
          setTrouble(null);
        }}
        error={trouble && t(trouble)}
      />
      <Field
        label={t('roads.paste_link')}
        inputMode="url"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={link}
        onChange={(event) => setLink(event.target.value)}
      />
      <Button type="submit" is_busy={is_busy}>
        {t(is_busy ? 'home.reading' : 'roads.paste_send')}
      </Button>
      {error && <ErrorNotice error={error} />}
    </form>
  );
}

function findTrouble(source: string): Trouble | null {
  if (!/<[a-z!]/i.test(source)) return 'roads.paste_empty';
  const is_large = source.length > page_max_bytes || new TextEncoder().encode(source).length > page_max_bytes;
  return is_large ? 'roads.paste_too_large' : null;
}
