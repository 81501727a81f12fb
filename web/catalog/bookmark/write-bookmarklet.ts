import { page_max_bytes } from '../read-hand-over.ts';
import { askOpenerPolicy } from './ask-opener-policy.ts';
import { copyText } from './copy-text.ts';
import { handPageOver, type Parts, type TabWords } from './hand-page-over.ts';
import { messagePage } from './message-page.ts';
import { openTab } from './open-tab.ts';
import { postPage } from './post-page.ts';
import { showInTab } from './show-in-tab.ts';
import { slimPage } from './slim-page.ts';
import { takePage } from './take-page.ts';

interface BookmarkletOptions {
  /** Where this Toile answers, as `https://host`. */
  origin: string;
  words: TabWords;
}

const parts: Parts = { askOpenerPolicy, copyText, messagePage, openTab, postPage, showInTab, slimPage, takePage };

/**
 * Writes the bookmark that hands the page to Toile as the shopper's own browser sees it. Its parts are ordinary functions
 * whose own text goes into the bookmark: each may use only its parameters and what every browser has, and no method of
 * arrays and no JSON, because shops replace those.
 */
export function writeBookmarklet({ origin, words }: BookmarkletOptions): string {
  const options = JSON.stringify({ origin, words, page_max_bytes });
  const texts = Object.entries(parts).map(([name, part]) => `${name}:${String(part)}`);
  return `javascript:${encodeURIComponent(`(${String(handPageOver)})(${options},{${texts.join(',')}});void 0`)}`;
}
