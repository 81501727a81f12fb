import { Tokenizer } from 'htmlparser2';

/** One start tag. */
export interface Tag {
  /** Lower case. */
  name: string;
  /** Names in lower case, entities decoded; of a name given twice the first counts. */
  attributes: ReadonlyMap<string, string>;
  /** Index behind the tag's `>`. */
  end: number;
  /** How many elements it stands in. */
  depth: number;
  /** True for what has no end tag: `<meta>`, `<br/>`. */
  is_void: boolean;
}

export interface Visitor {
  open: (tag: Tag) => void;
  /** Text and decoded entities, scripts and styles left out. */
  text: (text: string) => void;
  /** Every element that is deeper than `depth` has ended. */
  close: (depth: number) => void;
}

const void_tags = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);
/** An end tag looks this far up for its beginning; further up it is a mistake of the page, and passed over. */
const look_up_max = 50;

/**
 * Visits a page's tags and text in order, without building a tree: time and memory grow with the length only, however
 * deep the page is nested. Unclosed elements end with the one around them. Never throws.
 */
export function walkHtml(html: string, visitor: Visitor): void {
  const stack: string[] = [];
  let [name, attribute, value] = ['', '', ''];
  let attributes = new Map<string, string>();
  const open = (end: number, is_self_closing: boolean): void => {
    const is_void = is_self_closing || void_tags.has(name);
    visitor.open({ name, attributes, end: end + 1, depth: stack.length, is_void });
    attributes = new Map();
    if (!is_void) stack.push(name);
  };
  const close = (closed: string): void => {
    const at = stack.lastIndexOf(closed);
    if (at < 0 || stack.length - at > look_up_max) return;
    stack.length = at;
    visitor.close(at);
  };
  const text = (piece: string): void => {
    const inside = stack.at(-1);
    if (inside !== 'script' && inside !== 'style') visitor.text(piece);
  };
  const nothing = (): void => undefined;
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname: (start, end) => {
        name = html.slice(start, end).toLowerCase();
      },
      onattribname: (start, end) => {
        [attribute, value] = [html.slice(start, end).toLowerCase(), ''];
      },
      onattribdata: (start, end) => {
        value += html.slice(start, end);
      },
      onattribentity: (codepoint) => {
        value += String.fromCodePoint(codepoint);
      },
      onattribend: () => {
        if (!attributes.has(attribute)) attributes.set(attribute, value);
      },
      onopentagend: (end) => open(end, false),
      onselfclosingtag: (end) => open(end, true),
      onclosetag: (start, end) => close(html.slice(start, end).toLowerCase()),
      ontext: (start, end) => text(html.slice(start, end)),
      ontextentity: (codepoint) => text(String.fromCodePoint(codepoint)),
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onprocessinginstruction: nothing,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  visitor.close(0);
}
