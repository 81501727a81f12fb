import { collectMicrodata, type MicrodataNode } from './read-microdata.ts';
import { walkHtml, type Tag } from './walk-html.ts';

/** What a product page says outside its running text: the places that shops fill for programs. */
export interface PageFacts {
  html: string;
  /** False for what has no HTML in it at all. */
  is_html: boolean;
  next_data: string | null;
  /** Texts of the JSON-LD scripts, unparsed. */
  json_ld: readonly string[];
  /** Texts of the other JSON scripts, unparsed: Shopify's product among them. */
  json: readonly string[];
  microdata: readonly MicrodataNode[];
  canonical: string | null;
  /** `og:url`, `og:image`, `product:price:amount`…; the first of each counts. */
  meta: ReadonlyMap<string, string>;
  /** Elements that bear an id that some shop's rules ask for. */
  marked: ReadonlyMap<string, { text: string; attributes: ReadonlyMap<string, string> }>;
  /** `data-attr="size"` and what may be chosen in it (Salesforce Commerce). */
  choices: ReadonlyMap<string, readonly { label: string; is_available: boolean }[]>;
}

/** Pages carry a handful; a page that carries thousands means no good. */
const json_ld_max = 50;
const meta_max = 200;
const choices_max = 300;
const marked_text_max = 20_000;

/** Amazon's names for what it shows; they have stood for a decade. */
const marks = new Set([
  'productTitle',
  'bylineInfo',
  'landingImage',
  'price_inside_buybox',
  'priceblock_ourprice',
  'priceblock_saleprice',
  'priceblock_dealprice',
  'corePrice_feature_div',
  'twister-plus-price-data-price',
  'native_dropdown_selected_size_name',
  'wayfinding-breadcrumbs_feature_div',
]);

/** Reads the facts of a page in one pass. Never throws. */
export function readPageFacts(html: string): PageFacts {
  const facts = {
    html,
    is_html: false,
    next_data: null as string | null,
    json_ld: [] as string[],
    json: [] as string[],
    canonical: null as string | null,
    meta: new Map<string, string>(),
  };
  const microdata = collectMicrodata();
  const marked = collectMarked();
  const choices = collectChoices();
  const open = (tag: Tag): void => {
    const { name, attributes } = tag;
    if (kept_tags.has(name)) facts.is_html = true;
    if (name === 'link' && words(attributes.get('rel')).includes('canonical')) facts.canonical ??= attributes.get('href') ?? null;
    if (name === 'meta' && facts.meta.size < meta_max) noteMeta(facts.meta, attributes);
    if (name === 'script') noteScript(tag);
    for (const one of [microdata, marked, choices]) one.open(tag);
  };
  const noteScript = ({ attributes, end }: Tag): void => {
    const text = (): string => html.slice(end, endOfScript(html, end));
    const types = words(attributes.get('type'));
    if (attributes.get('id') === '__NEXT_DATA__') facts.next_data ??= text();
    else if (types.includes('application/ld+json') && facts.json_ld.length < json_ld_max) facts.json_ld.push(text());
    else if (types.includes('application/json') && facts.json.length < json_ld_max) facts.json.push(text());
  };
  walkHtml(html, {
    open,
    text: (text) => {
      microdata.text(text);
      marked.text(text);
    },
    close: (depth) => {
      microdata.close(depth);
      marked.close(depth);
      choices.close(depth);
    },
  });
  return { ...facts, microdata: microdata.nodes, marked: marked.found, choices: choices.found };
}

const kept_tags = new Set(['html', 'head', 'body', 'link', 'meta', 'script', 'title', 'div']);

const words = (text = ''): string[] => text.toLowerCase().split(/[\s;]+/);

function noteMeta(meta: Map<string, string>, attributes: ReadonlyMap<string, string>): void {
  // lululemon writes og:product:price:amount for product:price:amount.
  const name = (attributes.get('property') ?? attributes.get('name') ?? '').toLowerCase().replace(/^og:(?=product:)/, '');
  const content = attributes.get('content');
  if (/^(og|product):/.test(name) && content !== undefined && !meta.has(name)) meta.set(name, content);
}

function collectMarked() {
  const found = new Map<string, { text: string; attributes: ReadonlyMap<string, string> }>();
  const waiting: { depth: number; id: string }[] = [];
  return {
    found,
    open: ({ attributes, depth, is_void }: Tag): void => {
      const id = attributes.get('id');
      if (id === undefined || !marks.has(id) || found.has(id)) return;
      found.set(id, { text: '', attributes });
      if (!is_void) waiting.push({ depth, id });
    },
    text: (text: string): void => {
      for (const { id } of waiting) {
        const mark = found.get(id)!;
        if (mark.text.length < marked_text_max) mark.text += text;
      }
    },
    close: (depth: number): void => {
      while ((waiting.at(-1)?.depth ?? -1) >= depth) waiting.pop();
    },
  };
}

function collectChoices() {
  const found = new Map<string, { label: string; is_available: boolean }[]>();
  let inside: { depth: number; name: string } | null = null;
  return {
    found,
    open: ({ attributes, depth, is_void }: Tag): void => {
      const row = attributes.get('data-attr');
      if (row !== undefined && inside === null && !is_void && !found.has(row)) {
        inside = { depth, name: row };
        found.set(row, []);
      }
      const label = attributes.get('data-attr-value');
      const list = inside && found.get(inside.name);
      if (label === undefined || !list || list.length >= choices_max || list.some((one) => one.label === label)) return;
      const classes = words(attributes.get('class'));
      list.push({ label, is_available: !classes.some((one) => /^(?:disabled|unselectable|out-of-stock|unavailable)$/.test(one)) });
    },
    close: (depth: number): void => {
      if (inside && inside.depth >= depth) inside = null;
    },
  };
}

function endOfScript(html: string, from: number): number {
  const pattern = /<\/script/gi;
  pattern.lastIndex = from;
  return pattern.exec(html)?.index ?? html.length;
}
