import { Tokenizer } from 'htmlparser2';

/** What a product page says outside its text: the places that shops fill for programs. */
export interface PageFacts {
  /** False for what has no HTML in it at all. */
  is_html: boolean;
  next_data: string | null;
  /** Texts of the JSON-LD scripts, unparsed. */
  json_ld: readonly string[];
  canonical: string | null;
  /** `og:url`, `og:image`, `product:price:amount`…; the first of each counts. */
  meta: ReadonlyMap<string, string>;
}

/** Pages carry a handful; a page that carries thousands means no good. */
const json_ld_max = 50;
const meta_max = 200;

/**
 * Reads the facts of a page in one pass, without building a tree: time and memory grow with the length only, however
 * deep the page is nested. Never throws.
 */
export function readPageFacts(html: string): PageFacts {
  const facts = {
    is_html: false,
    next_data: null as string | null,
    json_ld: [] as string[],
    canonical: null as string | null,
    meta: new Map<string, string>(),
  };
  eachTag(html, (tag) => {
    facts.is_html = true;
    const { attributes } = tag;
    if (tag.name === 'link' && words(attributes.get('rel')).includes('canonical')) facts.canonical ??= attributes.get('href') ?? null;
    if (tag.name === 'meta' && facts.meta.size < meta_max) noteMeta(facts.meta, attributes);
    if (tag.name !== 'script') return;
    if (attributes.get('id') === '__NEXT_DATA__') facts.next_data ??= tag.text();
    if (words(attributes.get('type')).includes('application/ld+json') && facts.json_ld.length < json_ld_max) facts.json_ld.push(tag.text());
  });
  return facts;
}

const words = (text = ''): string[] => text.toLowerCase().split(/[\s;]+/);

function noteMeta(meta: Map<string, string>, attributes: ReadonlyMap<string, string>): void {
  const name = (attributes.get('property') ?? attributes.get('name') ?? '').toLowerCase();
  const content = attributes.get('content');
  if (/^(og|product):/.test(name) && content !== undefined && !meta.has(name)) meta.set(name, content);
}

interface Tag {
  name: string;
  attributes: ReadonlyMap<string, string>;
  /** What a script holds, up to its end tag. */
  text: () => string;
}

const kept_tags = new Set(['html', 'head', 'body', 'link', 'meta', 'script', 'title', 'div']);

function eachTag(html: string, visit: (tag: Tag) => void): void {
  let [name, attribute, value] = ['', '', ''];
  let attributes = new Map<string, string>();
  const open = (end: number): void => {
    if (kept_tags.has(name)) visit({ name, attributes, text: () => html.slice(end + 1, endOfScript(html, end + 1)) });
    attributes = new Map();
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
      onopentagend: open,
      onselfclosingtag: open,
      oncdata: nothing,
      onclosetag: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onprocessinginstruction: nothing,
      ontext: nothing,
      ontextentity: nothing,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}

function endOfScript(html: string, from: number): number {
  const end = html.slice(from).search(/<\/script/i);
  return end < 0 ? html.length : from + end;
}
