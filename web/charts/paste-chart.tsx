import { useState } from 'react';
import { ApiError } from '#contract/client.ts';
import { useReadPastedChart } from '#web/api/chart-queries.ts';
import { Button } from '#web/design/button.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { TextArea } from '#web/design/field.tsx';
import { errorText } from '#web/messages/error-text.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import type { ChartSize } from './chart-figures.ts';
import { PastedPreview } from './pasted-preview.tsx';

/** As the contract has it; no schema may reach the browser. In characters. */
const pasted_max = 200_000;

/** Takes a pasted table or its words, and shows what was read before anything is taken. */
export function PasteChart({ onTake }: { onTake: (sizes: ChartSize[]) => void }) {
  const t = useTranslate();
  const read = useReadPastedChart();
  const [text, setText] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);
  const look = () => {
    const found = text.trim() === '' ? t('charts.paste_empty') : text.length > pasted_max ? t('charts.paste_large') : null;
    setTrouble(found);
    if (found === null && !read.isPending) read.mutate(text);
  };
  const refusal = read.error instanceof ApiError && read.error.body.code === 'catalog.no_chart' ? errorText(t, read.error) : null;
  return (
    <div className="stack">
      <p className="small quiet">{t('charts.paste_lead')}</p>
      <TextArea
        label={t('charts.paste')}
        rows={6}
        spellCheck={false}
        autoComplete="off"
        placeholder={t('charts.paste_example')}
        value={text}
        error={trouble ?? refusal}
        onChange={(event) => {
          setText(event.target.value);
          setTrouble(null);
          read.reset();
        }}
      />
      <div>
        <Button is_busy={read.isPending} onClick={look}>
          {t(read.isPending ? 'charts.paste_reading' : 'charts.paste_read')}
        </Button>
      </div>
      {read.error && !refusal && <ErrorNotice error={read.error} />}
      <div role="status">{read.data && <PastedPreview charts={read.data.charts} onTake={onTake} />}</div>
    </div>
  );
}
