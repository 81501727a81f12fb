import type { CSSProperties } from 'react';
import { suretyWord } from '#web/fitting/read-advice.ts';
import { useTranslate } from '#web/messages/translate-context.ts';

/** How sure, in words, number and line: solid from 0 to p, basted to 100. Never a number alone. */
export function Surety({ confidence, has_word = true }: { confidence: number; has_word?: boolean }) {
  const t = useTranslate();
  const percent = Math.round(confidence * 100);
  return (
    <div className="surety" style={{ '--p': `${percent}%` } as CSSProperties}>
      <span className="small">
        {has_word && <span className="b">{t(`surety.${suretyWord(confidence)}`)} </span>}
        <span>{t.percent(confidence)}</span>
      </span>
      <span className="line" aria-hidden="true">
        <i />
      </span>
    </div>
  );
}
