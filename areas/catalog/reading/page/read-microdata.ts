import type { Tag, Visitor } from './walk-html.ts';

/** A microdata item in the shape of a JSON-LD node, so that one extractor reads both. */
export type MicrodataNode = Record<string, unknown>;

/** Pages hold a few hundred; the bounds end a page that means no good. */
const items_max = 2000;
const properties_max = 20_000;
/** Of a description; longer ones are cut. In characters. */
const text_max = 10_000;

interface Open<T> {
  depth: number;
  it: T;
}

/**
 * Collects the microdata items of a page (WHATWG HTML §5; `itemref` is not followed, shops do not use it). `nodes` holds
 * the items that belong to no other.
 */
export function collectMicrodata(): Visitor & { nodes: MicrodataNode[] } {
  const nodes: MicrodataNode[] = [];
  const items: Open<MicrodataNode>[] = [];
  const texts: Open<{ item: MicrodataNode; names: string[]; text: string }>[] = [];
  let [items_count, properties_count] = [0, 0];

  const put = (item: MicrodataNode, names: readonly string[], value: unknown): void => {
    for (const name of names) {
      if ((properties_count += 1) > properties_max) return;
      const known = item[name];
      if (known === undefined) item[name] = value;
      else if (Array.isArray(known)) known.push(value);
      else item[name] = [known, value];
    }
  };

  const open = ({ attributes, depth, is_void }: Tag): void => {
    const names = (attributes.get('itemprop') ?? '').split(/\s+/).filter(Boolean);
    const parent = items.at(-1)?.it;
    if (attributes.has('itemscope') && items_count < items_max) {
      items_count += 1;
      // No prototype, so that no name of a property can mean anything else.
      const item: MicrodataNode = Object.create(null) as MicrodataNode;
      item['@type'] = attributes.get('itemtype') ?? '';
      if (parent && names.length > 0) put(parent, names, item);
      else nodes.push(item);
      if (!is_void) items.push({ depth, it: item });
      return;
    }
    if (!parent || names.length === 0) return;
    const value = valueOf(attributes);
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

/** What stands in an attribute; null where the element's text is the value. */
const valueOf = (attributes: ReadonlyMap<string, string>): string | null =>
  ['content', 'href', 'src', 'datetime'].map((name) => attributes.get(name)).find((value) => value !== undefined) ?? null;
