/** A page with the scripts that we put into it, each by its text. */
export interface MarkedPage {
  html: string;
  scripts: string[];
}

/**
 * Finds our own scripts in a page by the mark that the renderer gave them as their nonce, and takes the mark out again.
 * `mark` is made for one rendering and never leaves the server, so nothing that a page shows can carry it: a script that got
 * into the page in any other way is not among ours.
 */
export function takeOwnScripts(html: string, mark: string): MarkedPage {
  const own = new RegExp(`<script(?=[^>]*\\snonce="${mark}")[^>]*>([\\s\\S]*?)</script>`, 'g');
  // Those that are files have no text, and need no leave by name.
  const scripts = [...html.matchAll(own)].map(([, text]) => text!).filter((text) => text !== '');
  const unmarked = html.replaceAll(`<meta property="csp-nonce" content="${mark}"/>`, '').replaceAll(` nonce="${mark}"`, '');
  return { html: unmarked, scripts: [...new Set(scripts)] };
}
