import type { askOpenerPolicy } from './ask-opener-policy.ts';
import type { copyText } from './copy-text.ts';
import type { messagePage } from './message-page.ts';
import type { openTab } from './open-tab.ts';
import type { postPage } from './post-page.ts';
import type { showInTab } from './show-in-tab.ts';
import type { slimPage } from './slim-page.ts';
import type { takePage } from './take-page.ts';

/** What the new tab says before Toile is there. */
export interface TabWords {
  handing: string;
  refused: string;
  copy: string;
}
interface HandOverOptions {
  origin: string;
  words: TabWords;
  page_max_bytes: number;
}
/** Handed in, because the bookmark carries each function's text by itself. */
export interface Parts {
  askOpenerPolicy: typeof askOpenerPolicy;
  copyText: typeof copyText;
  messagePage: typeof messagePage;
  openTab: typeof openTab;
  postPage: typeof postPage;
  showInTab: typeof showInTab;
  slimPage: typeof slimPage;
  takePage: typeof takePage;
}

/**
 * Hands the page to Toile, from one press: a message to the new tab; where the shop cuts its tabs apart, a form out of that tab;
 * where it forbids forms too, a button there that copies the page. Without a new tab, a form out of this one.
 * Which road is open is asked first, because one press opens only one tab.
 */
export function handPageOver({ origin, words, page_max_bytes }: HandOverOptions, parts: Parts): void {
  const { url, html } = parts.takePage(page_max_bytes, parts.slimPage);
  const at_toile = `${origin}/hand-over#link=${encodeURIComponent(url)}`;
  const tab = parts.openTab();
  const go = (address: string) => (tab ?? window).location.assign(address);
  if (html === null) return go(`${at_toile}&is_too_large=1`);
  if (!tab) {
    // A page in a sandbox may not send forms either, and nothing would tell us.
    if (window.origin === 'null') return go(at_toile);
    return parts.postPage(document, { origin, url, html, onRefused: () => go(at_toile) });
  }
  const shown = tab.document;
  parts.showInTab(shown, { text: words.handing });
  const copyPage = () => {
    const address = parts.copyText(shown, html) ? `${at_toile}&is_copied=1` : at_toile;
    parts.messagePage({ tab, origin, address, url, html });
  };
  const onRefused = () => parts.showInTab(shown, { text: words.refused, button: words.copy, onPress: copyPage });
  return parts.askOpenerPolicy((policy) => {
    if (policy === 'kept') parts.messagePage({ tab, origin, address: at_toile, url, html });
    // Not knowing, the form: it does not depend on the line between the tabs.
    else parts.postPage(shown, { origin, url, html, onRefused });
  });
}
