import { createContext, use } from 'react';
import type { Translate } from './translate.ts';

export const TranslateContext = createContext<Translate | null>(null);

/** Gives `t` of the shopper's language. */
export function useTranslate(): Translate {
  const t = use(TranslateContext);
  if (!t) throw new Error('no TranslateContext above this component');
  return t;
}
