import { type FormEvent, useState } from 'react';
import { Button } from '#web/design/button.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { Field } from '#web/design/field.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import type { MessageKey } from '#web/messages/translate.ts';
import { judgeSource } from './judge-source.ts';
import { readLink } from './read-link.ts';
import { SourceBox } from './source-box.tsx';
import { useBegin } from './use-begin.ts';

interface Props {
  /** The link that failed: its page is the one to paste. */
  tried_link?: string | undefined;
  /** The page is on the clipboard, the box waits for it. */
  is_ready?: boolean;
  /** The only road of its page, with no heading above its own. */
  is_alone?: boolean;
}

/** The box for a page's source: the road that always works. */
export function PasteRoad({ tried_link = '', is_ready = false, is_alone = false }: Props) {
  const t = useTranslate();
  const Heading = is_alone ? 'h2' : 'h3';
  const { begin, error, is_busy } = useBegin();
  const [source, setSource] = useState('');
  const [typed_link, setLink] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<MessageKey | null>(null);
  const link = typed_link ?? tried_link;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (is_busy) return;
    const judged = judgeSource(source);
    setTrouble(judged.kind === 'trouble' ? judged.trouble : null);
    if (judged.kind === 'link') begin({ product_url: judged.link });
    if (judged.kind !== 'page') return;
    const product_url = readLink(link);
    begin({ page_html: source, ...(product_url ? { product_url } : {}) });
  };
  return (
    <form className="road" noValidate onSubmit={submit}>
      <Heading className="display title">{t(is_ready ? 'roads.paste_ready' : 'roads.paste_title')}</Heading>
      <p className="small quiet">{t(is_ready ? 'roads.paste_ready_steps' : 'roads.paste_steps')}</p>
      <SourceBox
        {...{ source, trouble, is_ready }}
        onTrouble={setTrouble}
        onSource={(text) => {
          setSource(text);
          setTrouble(null);
        }}
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
      <Button type="submit" look={is_ready ? 'ink' : 'plain'} is_busy={is_busy}>
        {t(is_busy ? 'home.reading' : 'roads.paste_send')}
      </Button>
      {error && <ErrorNotice error={error} />}
    </form>
  );
}
