import { type FormEvent, useState } from 'react';
import { Button } from '#web/design/button.tsx';
import { Field, TextArea } from '#web/design/field.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { page_max_bytes } from './read-hand-over.ts';
import { readLink } from './read-link.ts';

interface Props {
  is_busy: boolean;
  /** The link that failed: its page is the one to paste. */
  tried_link?: string;
  onPage: (page: { page_html: string; product_url?: string }) => void;
}

/** The box for a page's source: the road that always works. */
export function PasteRoad({ is_busy, tried_link = '', onPage }: Props) {
  const t = useTranslate();
  const [source, setSource] = useState('');
  const [link, setLink] = useState(tried_link);
  const [trouble, setTrouble] = useState<'roads.paste_empty' | 'roads.paste_too_large' | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (is_busy) return;
    const is_page = /<[a-z!]/i.test(source);
    const is_large = source.length > page_max_bytes || new TextEncoder().encode(source).length > page_max_bytes;
    setTrouble(!is_page ? 'roads.paste_empty' : is_large ? 'roads.paste_too_large' : null);
    const product_url = readLink(link);
    if (is_page && !is_large) onPage({ page_html: source, ...(product_url ? { product_url } : {}) });
  };
  return (
    <form className="road" noValidate onSubmit={submit}>
      <h3 className="display title">{t('roads.paste_title')}</h3>
      <p className="small quiet">{t('roads.paste_steps')}</p>
      <TextArea
        label={t('roads.paste')} rows={4} spellCheck={false} autoComplete="off" value={source}
        onChange={(event) => { setSource(event.target.value); setTrouble(null); }}
        error={trouble && t(trouble)}
      />
      <Field
        label={t('roads.paste_link')} inputMode="url" autoComplete="off" autoCapitalize="off" spellCheck={false}
        value={link} onChange={(event) => setLink(event.target.value)}
      />
      <Button type="submit" is_busy={is_busy}>{t(is_busy ? 'home.reading' : 'roads.paste_send')}</Button>
    </form>
  );
}
