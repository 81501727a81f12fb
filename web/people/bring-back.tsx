import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, type ChangeEvent } from 'react';
import type { DataImport } from '#contract/imports.ts';
import { useBringBack, useForgetImport, useImport, useSendingImport, type SendingImport } from '#web/api/import-queries.ts';
import { isUnsentImport } from '#web/api/unsent-import.ts';
import { Button } from '#web/design/button.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { SewnProgress } from '#web/design/sewn-progress.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { BroughtBack } from './brought-back.tsx';

/** The way back of what “Download everything” gave: choose the file, see how far it is, and read what came of it. */
export function BringBack() {
  const t = useTranslate();
  const files = useRef<HTMLInputElement>(null);
  const { data: last, error, refetch } = useImport();
  const sending = useSendingImport();
  const bringBack = useBringBack();
  useFreshPages(last?.state);
  const is_busy = (sending !== null && sending.state !== 'failed') || last?.state === 'reading';
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    target.value = '';
    if (file) void bringBack(file);
  };
  return (
    <div className="stack" style={{ '--s': '12px' } as React.CSSProperties}>
      <input ref={files} type="file" hidden accept=".zip,application/zip" aria-label={t('bring.choose')} onChange={choose} />
      {!is_busy && (
        <Button is_wide onClick={() => files.current?.click()}>
          {t('bring.choose')}
        </Button>
      )}
      {!is_busy && !sending && !last && <p className="small quiet">{t('bring.lead')}</p>}
      {/* One place that is there from the start, so that each change is read out. */}
      <div aria-live="polite">{sending ? <Sending sending={sending} /> : last ? <Told last={last} /> : null}</div>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
    </div>
  );
}

/** What was shown before knows nothing of what came. */
function useFreshPages(state: DataImport['state'] | undefined): void {
  const queries = useQueryClient();
  const before = useRef(state);
  useEffect(() => {
    if (before.current === 'reading' && state !== 'reading') void queries.invalidateQueries();
    before.current = state;
  }, [queries, state]);
}

function Sending({ sending: { state, share, bytes, error, stop } }: { sending: SendingImport }) {
  const t = useTranslate();
  if (state === 'failed') return <ErrorNotice error={error} />;
  const text = t('bring.sent', { sent: t.number((share * bytes) / 1_000_000), all: t.number(Math.max(0.1, bytes / 1_000_000)) });
  return (
    <div className="stack" style={{ '--s': '8px' } as React.CSSProperties}>
      <SewnProgress label={t('bring.sending')} done={share} total={1} text={text} />
      {state === 'lost' && <p className="small you">{t('bring.lost')}</p>}
      <Stop onStop={stop} />
    </div>
  );
}

function Told({ last }: { last: DataImport }) {
  const t = useTranslate();
  const forget = useForgetImport();
  const { id, state, steps, steps_done, problem, result } = last;
  if (state === 'waiting') return <p className="small quiet">{t(isUnsentImport(id) ? 'bring.broke_off' : 'bring.not_arrived')}</p>;
  if (state === 'reading')
    return (
      <div className="stack" style={{ '--s': '8px' } as React.CSSProperties}>
        {steps === null ? (
          <p className="small">{t('bring.opening')}</p>
        ) : (
          <SewnProgress
            label={t('bring.reading')}
            done={steps_done}
            total={steps}
            text={t('bring.steps', { done: steps_done, all: steps })}
          />
        )}
        <Stop is_busy={forget.isPending} onStop={() => forget.mutate(id)} />
        {forget.error && <ErrorNotice error={forget.error} />}
      </div>
    );
  return (
    <div className="stack" style={{ '--s': '8px' } as React.CSSProperties}>
      {problem && (
        <div className="trouble" role="alert">
          <p>{t.ofCode(problem.code) ?? problem.message}</p>
        </div>
      )}
      {result && (state === 'done' || hasCome(result)) && <BroughtBack result={result} />}
    </div>
  );
}

const hasCome = ({ added, photos }: NonNullable<DataImport['result']>): boolean => photos > 0 || Object.keys(added).length > 0;

function Stop({ onStop, is_busy = false }: { onStop: () => void; is_busy?: boolean }) {
  const t = useTranslate();
  return (
    <div>
      <Button look="link" is_busy={is_busy} onClick={onStop}>
        {t('bring.stop')}
      </Button>
    </div>
  );
}
