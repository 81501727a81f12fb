import { type FormEvent, useState } from 'react';
import { Button } from '#web/design/button.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { TextArea } from '#web/design/field.tsx';
import { useSay } from '#web/design/say.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { useStartImport } from './operator-queries.ts';
import { Panel } from './panel.tsx';

/** As the contract has it; no schema may reach the browser. */
const links_max = 500;

/** Takes links, one a line, and hands them in. */
export function ImportForm() {
  const t = useTranslate();
  const say = useSay();
  const start = useStartImport();
  const [text, setText] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const links = [...new Set(text.split(/\s+/).filter((line) => line !== ''))];
    const found =
      links.length === 0
        ? t('operator.import_empty')
        : links.length > links_max
          ? t('operator.import_many', { count: links.length, max: links_max })
          : null;
    setTrouble(found);
    if (found === null && !start.isPending)
      start.mutate(links, {
        onSuccess: ({ wanted }) => {
          setText('');
          say(t('operator.import_begun', { count: wanted }));
        },
      });
  };
  return (
    <Panel title={t('operator.import')} lead={t('operator.import_lead')}>
      <form className="stack" noValidate onSubmit={send}>
        <TextArea
          label={t('operator.import_links')}
          spellCheck={false}
          value={text}
          error={trouble}
          onChange={(event) => setText(event.target.value)}
        />
        {start.error && <ErrorNotice error={start.error} />}
        <Button type="submit" look="ink" is_wide is_busy={start.isPending}>
          {t('operator.import_send')}
        </Button>
      </form>
    </Panel>
  );
}
