import { type ChangeEvent, type ClipboardEvent, type DragEvent, useEffect, useRef, useState } from 'react';
import { Button } from '#web/design/button.tsx';
import { FieldError, TextArea } from '#web/design/field.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import type { MessageKey } from '#web/messages/translate.ts';
import { readPageFile } from './read-page-file.ts';

/** From here on a text is kept beside the box and not in it: laying out megabytes in one line stops the tab for seconds. In characters. */
const shown_max = 100_000;

interface Props {
  source: string;
  onSource: (source: string) => void;
  trouble: MessageKey | null;
  onTrouble: (trouble: MessageKey) => void;
  /** Takes the focus when it appears: the page is on the clipboard already. */
  is_ready?: boolean;
}

/** Takes a page's source: pasted, dropped, or chosen as a saved file. */
export function SourceBox({ source, onSource, trouble, onTrouble, is_ready = false }: Props) {
  const t = useTranslate();
  const box = useRef<HTMLDivElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const [name, setName] = useState<string | null>(null);
  const is_held = source.length > shown_max;
  useEffect(() => {
    if (is_ready) box.current?.querySelector('textarea')?.focus();
  }, [is_ready]);
  const take = (text: string, from: string | null) => {
    setName(from);
    onSource(text);
  };
  const takeFile = async (file: File) => {
    const text = await readPageFile(file).catch(() => null);
    if (text === null) onTrouble('roads.paste_too_large');
    else take(text, file.name);
  };
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (text.length <= shown_max) return;
    event.preventDefault();
    take(text, null);
  };
  const drop = (event: DragEvent) => {
    const file = event.dataTransfer.files.item(0);
    if (!file) return;
    event.preventDefault();
    void takeFile(file);
  };
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.item(0);
    if (file) void takeFile(file);
    // The same file may be chosen again after it was taken out.
    event.target.value = '';
  };
  return (
    <div className="source-box" ref={box} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      {is_held ? (
        <HeldSource {...{ source, name, trouble }} onRemove={() => take('', null)} />
      ) : (
        <TextArea
          label={t('roads.paste')}
          rows={4}
          spellCheck={false}
          autoComplete="off"
          value={source}
          onPaste={paste}
          onChange={(event) => take(event.target.value, null)}
          error={trouble && t(trouble)}
        />
      )}
      <input
        ref={files}
        type="file"
        hidden
        accept=".html,.htm,.mhtml,.mht,.webarchive,text/html"
        aria-label={t('roads.file')}
        onChange={choose}
      />
      <Button look="link" onClick={() => files.current?.click()}>
        {t('roads.file')}
      </Button>
    </div>
  );
}

function HeldSource({
  source,
  name,
  trouble,
  onRemove,
}: Pick<Props, 'source' | 'trouble'> & { name: string | null; onRemove: () => void }) {
  const t = useTranslate();
  const megabytes = t.number(Math.max(0.1, source.length / 1_000_000));
  return (
    <div className="field">
      <span className="label">{t('roads.paste')}</span>
      <div className="held" role="status">
        <span>{name === null ? t('roads.held', { megabytes }) : t('roads.held_file', { name, megabytes })}</span>
        <Button look="link" onClick={onRemove}>
          {t('roads.held_remove')}
        </Button>
      </div>
      {trouble && <FieldError>{t(trouble)}</FieldError>}
    </div>
  );
}
