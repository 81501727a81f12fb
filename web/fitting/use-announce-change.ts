import { useEffect, useRef } from 'react';
import type { SizeAdvice } from '#contract/fit.ts';
import { useSay } from '#web/design/say.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { kindOfAdvice, suretyOf, suretyWord } from './read-advice.ts';

/** Reads a changed advice out, politely; when the page turned from a question into an answer, it starts at its top. */
export function useAnnounceChange(advice: SizeAdvice | undefined): void {
  const t = useTranslate();
  const say = useSay();
  const last = useRef<{ text: string; kind: string } | null>(null);
  useEffect(() => {
    if (!advice) return;
    const kind = kindOfAdvice(advice);
    const text =
      advice.recommended_size === null
        ? t('nochart.title')
        : t('fitting.announced', {
            size: advice.recommended_size,
            word: suretyWord(suretyOf(advice)),
            percent: Math.round(suretyOf(advice) * 100),
          });
    const before = last.current;
    last.current = { text, kind };
    if (before?.text === text && before.kind === kind) return;
    say(text, { is_quiet: true });
    if (before && before.kind !== kind) {
      window.scrollTo({ top: 0 });
      document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
    }
  }, [advice, say, t]);
}
