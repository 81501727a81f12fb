import type { Tag, Visitor } from './walk-html.ts';

/** A microdata or RDFa item in the shape of a JSON-LD node, so that one extractor reads all three. */
export type PageItem = Record<string, unknown>;

/** Pages hold a few hundred; the bounds end a page that means no good. */
const items_max = 2000;
const properties_max = 20_000;
/** Of a description; longer ones are cut. In characters. */
const text_max = 10_000;

/** How a syntax spells "here begins an item", "of this type", "this is its property". */
interface Syntax {
  scope: string;
  type: string;
  property: string;
}
export const microdata: Syntax = { scope: 'itemscope', type: 'itemtype', property: 'itemprop' };
/** RDFa Lite: `typeof` begins an item. */
export const rdfa: Syntax = { scope: 'typeof', type: 'typeof', property: 'property' };

interface Open<T> {
  depth: number;
  it: T;
}

/**
 * Collects the items of a page: microdata (WHATWG HTML §5; `itemref` is not followed, shops do not use it) or RDFa Lite
 * (W3C, chains of properties only). `nodes` holds the items that belong to no other.
 */
export function collectItems({ scope, type, property }: Syntax): Visitor & { nodes: PageItem[] } {
  const nodes: PageItem[] = [];
  const items: Open<PageItem>[] = [];
  const texts: Open<{ item: PageItem; names: string[]; text: string }>[] = [];
  let [items_count, properties_count] = [0, 0];

  const put = (item: PageItem, names: readonly string[], value: unknown): void => {
    for (const name of names) {
      if ((properties_count += 1) > properties_max) return;
      const known = item[name];
      if (known === undefined) item[name] = value;
      else if (Array.isArray(known)) known.push(value);
      else item[name] = [known, value];
    }
  };

  const open = ({ name, attributes, depth, is_void }: Tag): void => {
    if (attributes.size === 0) return;
    const names = (attributes.get(property) ?? '').split(/\s+/).map(shortName).filter(Boolean);
    const parent = items.at(-1)?.it;
    if (attributes.has(scope) && items_count < items_max) {
      items_count += 1;
      // No prototype, so that no name of a property can mean anything else.
      const item: PageItem = Object.create(null) as PageItem;
      item['@type'] = (attributes.get(type) ?? '').split(/\s+/).map(shortName);
      const id = attributes.get('itemid') ?? attributes.get('resource');
      if (id !== undefined) item['@id'] = id;
      if (parent && names.length > 0) put(parent, names, item);
      else nodes.push(item);
      if (!is_void) items.push({ depth, it: item });
      return;
    }
    if (!parent || names.length === 0) return;
    const value = valueOf(name, attributes);
    if (value !== null) put(parent, names, value);
    else if (!is_void) texts.push({ depth, it: { item: parent, names, text: '' } });
  };

  return {
    nodes,
    open,
    text: (text) => {
      for (const { it } of texts) if (it.text.length < text_max) it.text += text;
    },
    close: (depth) => {
      while ((items.at(-1)?.depth ?? -1) >= depth) items.pop();
      while ((texts.at(-1)?.depth ?? -1) >= depth) {
        const { item, names, text } = texts.pop()!.it;
        put(item, names, text.replaceAll(/\s+/g, ' ').trim());
      }
    },
  };
}

/** `schema:name` and `http://schema.org/name` are `name`. */
const shortName = (name: string): string => name.replace(/^(?:schema:|https?:\/\/(?:www\.)?schema\.org\/)/, '');

const by_tag: Readonly<Record<string, readonly string[]>> = {
  meta: ['content'],
  a: ['content', 'href'],
  area: ['href'],
  link: ['href'],
  time: ['content', 'datetime'],
  data: ['content', 'value'],
  meter: ['value'],
  object: ['data'],
};

/** Shown until the real picture is loaded. */
const placeholder = /^data:|(?:loading|placeholder|blank|spacer|transparent|pixel)[^/]*\.(?:svg|gif|png|jpg)|\.svg$/i;

/** What stands in an attribute; null where the element's text is the value. Lazily loaded pictures keep their address elsewhere. */
function valueOf(tag: string, attributes: ReadonlyMap<string, string>): string | null {
  const src = attributes.get('src');
  const picture = src === undefined || placeholder.test(src) ? (attributes.get('data-src') ?? attributes.get('data-original') ?? src) : src;
  if (tag === 'img') return attributes.get('content') ?? picture ?? null;
  return (
    (by_tag[tag] ?? ['content', 'href', 'src', 'datetime']).map((name) => attributes.get(name)).find((value) => value !== undefined) ?? null
  );
}
