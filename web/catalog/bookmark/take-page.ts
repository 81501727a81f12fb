export interface TakenPage {
  url: string;
  /** null: more than Toile reads, even without what no reader needs. */
  html: string | null;
}

/**
 * Takes the page as the browser shows it now; of a frameset, the largest frame that may be read. Runs on the shop's page, whose
 * scripts may have replaced JSON and the methods of arrays: neither is used.
 */
export function takePage(max_bytes: number, slimPage: (page: Document) => string): TakenPage {
  let shown: Document = document;
  let html = document.documentElement.outerHTML;
  if (document.body?.tagName === 'FRAMESET') {
    // The frame around the frames holds nothing itself.
    html = '';
    for (let i = 0; i < window.frames.length; i += 1) {
      try {
        const framed = window.frames[i]!.document;
        const text = framed.documentElement.outerHTML;
        if (text.length <= html.length) continue;
        shown = framed;
        html = text;
      } catch {
        // A frame of another origin keeps its page to itself.
      }
    }
    html ||= document.documentElement.outerHTML;
  }
  const measure = (text: string) => new Blob([text]).size;
  if (measure(html) > max_bytes) html = slimPage(shown);
  // Advertisements lead here with more behind the address than Toile takes; what names the product stands before it, or in the page.
  const { href, origin, pathname } = shown.location;
  return { url: href.length > 2000 ? origin + pathname : href, html: measure(html) > max_bytes ? null : html };
}
