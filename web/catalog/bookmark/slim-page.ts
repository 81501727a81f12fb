/**
 * Writes a page without what no reader of sizes needs: styles, drawings, comments, long programs, pictures inside the text.
 * Works on a copy in a document that is never shown, so that nothing of the shop's is changed, loaded or run.
 */
export function slimPage(page: Document): string {
  /** Data that shops assign in a script is longer than most programs written by hand, and shorter than bundled ones. In characters. */
  const program_max = 300_000;
  /** An attribute beyond this holds a picture or a program, not a word about the garment. In characters. */
  const attribute_max = 4000;
  const copy = document.implementation.createHTMLDocument('');
  const root = copy.importNode(page.documentElement, true);
  const unneeded = root.querySelectorAll('style,svg,noscript,template,iframe,link[rel="stylesheet"],link[rel="preload"]');
  for (let i = 0; i < unneeded.length; i += 1) unneeded[i]!.remove();
  const scripts = root.querySelectorAll('script');
  for (let i = 0; i < scripts.length; i += 1) {
    const { type, textContent } = scripts[i]!;
    if (!/json/i.test(type) && (textContent.length > program_max || textContent === '')) scripts[i]!.remove();
  }
  const all = root.querySelectorAll('*');
  for (let i = 0; i < all.length; i += 1) {
    const { attributes } = all[i]!;
    for (let j = attributes.length - 1; j >= 0; j -= 1) {
      const { name, value } = attributes[j]!;
      const is_picture = value.length > 200 && /^\s*data:/i.test(value);
      if (is_picture || value.length > attribute_max || name === 'style') all[i]!.removeAttribute(name);
    }
  }
  const comments = copy.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  for (let comment = comments.nextNode(); comment;) {
    const next = comments.nextNode();
    comment.parentNode?.removeChild(comment);
    comment = next;
  }
  return root.outerHTML;
}
