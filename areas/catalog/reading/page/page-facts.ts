import { collectChoices, type Choices } from './collect-choices.ts';
import { collectHeadings, type Headings } from './collect-headings.ts';
import { collectItems, microdata, rdfa, type PageItem } from './collect-items.ts';
import { collectMarked, type MarkedElement } from './collect-marked.ts';
import { collectPictures, type Picture } from './collect-pictures.ts';
import { collectPrices, type ShownPrice } from './collect-prices.ts';
import { collectSizeChoosers, type ChooserSize } from './collect-size-choosers.ts';
import { collectTables, type TextTable } from './collect-tables.ts';
import { walkHtml, type Tag } from './walk-html.ts';

/** What a product page says outside its running text: the places that shops fill for programs, and a few that people see. */
export interface PageFacts {
  html: string;
  /** False for what has no HTML in it at all. */
  is_html: boolean;
  next_data: string | null;
  /** Texts of the JSON-LD scripts, unparsed. */
  json_ld: readonly string[];
  /** Texts of the other JSON scripts, unparsed: Shopify's product among them. */
  json: readonly string[];
  /** Texts of the page's own programs; some carry the product as a value. */
  programs: readonly string[];
  microdata: readonly PageItem[];
  rdfa: readonly PageItem[];
  canonical: string | null;
  /** `<base href>`. */
  base: string | null;
  /** `og:url`, `og:image`, `product:price:amount`, `twitter:title`…; the first of each counts. */
  meta: ReadonlyMap<string, string>;
  /** `data-product_variations` of WooCommerce, unparsed. */
  variations: string | null;
  headings: Headings;
  marked: ReadonlyMap<string, MarkedElement>;
  choices: Choices;
  pictures: readonly Picture[];
  shown_prices: readonly ShownPrice[];
  chooser: readonly ChooserSize[];
  tables: readonly TextTable[];
}

/** Pages carry a handful; a page that carries thousands means no good. */
const bounds = { json_ld: 50, programs: 300, meta: 200 };

/** Reads the facts of a page in one pass. Never throws. */
export function readPageFacts(html: string): PageFacts {
  const facts = {
    html,
    is_html: false,
    next_data: null as string | null,
    json_ld: [] as string[],
    json: [] as string[],
    programs: [] as string[],
    canonical: null as string | null,
    base: null as string | null,
    meta: new Map<string, string>(),
    variations: null as string | null,
  };
  const noteScript = ({ attributes, end }: Tag): void => {
    const text = (): string => html.slice(end, endOfScript(html, end));
    const types = words(attributes.get('type'));
    if (attributes.get('id') === '__NEXT_DATA__') facts.next_data ??= text();
    else if (types.some((type) => type.endsWith('/ld+json'))) keep(facts.json_ld, text, bounds.json_ld);
    else if (types.some((type) => type.endsWith('json') || type === 'text/x-magento-init')) keep(facts.json, text, bounds.json_ld);
    else if (!attributes.has('src')) keep(facts.programs, text, bounds.programs);
  };
  const noteTag = (tag: Tag): void => {
    const { name, attributes } = tag;
    if (kept_tags.has(name)) facts.is_html = true;
    if (name === 'link' && words(attributes.get('rel')).includes('canonical')) facts.canonical ??= attributes.get('href') ?? null;
    if (name === 'base') facts.base ??= attributes.get('href') ?? null;
    if (name === 'meta' && facts.meta.size < bounds.meta) noteMeta(facts.meta, attributes);
    if (name === 'script') noteScript(tag);
    if (name === 'form') facts.variations ??= attributes.get('data-product_variations') ?? null;
  };
  const [items, triples, marked] = [collectItems(microdata), collectItems(rdfa), collectMarked()];
  const [choices, headings, prices] = [collectChoices(), collectHeadings(), collectPrices()];
  const [choosers, tables, pictures] = [collectSizeChoosers(), collectTables(), collectPictures()];
  const all = [pictures, items, triples, marked, choices, headings, prices, choosers, tables];
  walkHtml(html, {
    open: (tag) => {
      noteTag(tag);
      for (const one of all) one.open(tag);
    },
    text: (text) => {
      for (const one of all) one.text(text);
    },
    close: (depth) => {
      for (const one of all) one.close(depth);
    },
  });
  return {
    ...facts,
    microdata: items.nodes,
    rdfa: triples.nodes,
    marked: marked.found,
    choices: choices.found,
    headings: headings.headings,
    pictures: pictures.pictures,
    shown_prices: prices.prices,
    chooser: choosers.best(),
    tables: tables.tables.filter(({ rows }) => rows.some((row) => row.length > 1)),
  };
}

const kept_tags = new Set(['html', 'head', 'body', 'link', 'meta', 'script', 'title', 'div']);

const words = (text = ''): string[] => text.toLowerCase().split(/[\s;]+/);

function keep(list: string[], text: () => string, max: number): void {
  if (list.length < max) list.push(text());
}

function noteMeta(meta: Map<string, string>, attributes: ReadonlyMap<string, string>): void {
  // lululemon writes og:product:price:amount for product:price:amount.
  const name = (attributes.get('property') ?? attributes.get('name') ?? '').toLowerCase().replace(/^og:(?=product:)/, '');
  const content = attributes.get('content');
  if (/^(og|product|twitter|al):/.test(name) && content !== undefined && !meta.has(name)) meta.set(name, content);
}

function endOfScript(html: string, from: number): number {
  const pattern = /<\/script/gi;
  pattern.lastIndex = from;
  return pattern.exec(html)?.index ?? html.length;
}
