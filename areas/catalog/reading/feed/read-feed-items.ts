import { CsvError, parse } from 'csv-parse/sync';
import { Parser } from 'htmlparser2';
import { badFeed } from '../../errors.ts';

/** One entry of a feed: fields by their Google Merchant names, without `g:`; one that is given several times has several values. */
export type FeedItem = ReadonlyMap<string, readonly string[]>;

/** What a shop of this kind sells at most; larger feeds are to be split. */
const items_max = 100_000;
/** Of a description. In characters. */
const value_max = 10_000;

/** Tells a Google Merchant feed from a list of links by its beginning: RSS or Atom, or a header that names `id`, `title` and `link`. */
export function isFeed(text: string): boolean {
  const start = text
    .slice(0, 4000)
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (/^<\?xml|^<rss|^<feed/i.test(start)) return true;
  const header = start
    .split('\n', 1)[0]!
    .toLowerCase()
    .split(/[\t,;|]/)
    .map((name) => name.trim().replaceAll(/^"|"$/g, ''));
  return ['id', 'title', 'link'].every((name) => header.includes(name));
}

/** Reads the items of a feed, as XML (RSS 2.0 or Atom) or as a table (tabs, commas, semicolons or bars). Throws `catalog.bad_feed`. */
export function readFeedItems(text: string): FeedItem[] {
  const plain = text.replace(/^\uFEFF/, '');
  return plain.trimStart().startsWith('<') ? readXml(plain) : readTable(plain);
}

function readXml(text: string): FeedItem[] {
  const items: Map<string, string[]>[] = [];
  let item: Map<string, string[]> | null = null;
  let open: { name: string; text: string } | null = null;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const short = name.toLowerCase().replace(/^.*:/, '');
        if (short === 'item' || short === 'entry') item = new Map();
        // Atom's link is an attribute.
        else if (item) open = { name: short, text: attributes['href'] ?? '' };
      },
      ontext: (piece) => {
        if (open && open.text.length < value_max) open.text += piece;
      },
      onclosetag: (name, is_implied) => {
        // The file ends in the middle: half an item is none.
        if (is_implied) return;
        const short = name.toLowerCase().replace(/^.*:/, '');
        if (item && open?.name === short) put(item, short, open.text);
        if (open?.name === short) open = null;
        if (item && (short === 'item' || short === 'entry')) {
          if (items.length < items_max) items.push(item);
          item = null;
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  return items;
}

function readTable(text: string): FeedItem[] {
  const header = text.split('\n', 1)[0]!;
  const delimiter = ['\t', ';', '|', ','].find((mark) => header.includes(mark)) ?? ',';
  const rows = readRows(text, delimiter);
  const [first = [], ...rest] = rows;
  const names = first.map((name) => name.trim().toLowerCase().replaceAll(' ', '_'));
  return rest.map((row) => {
    const item = new Map<string, string[]>();
    for (const [at, value] of row.entries()) if (names[at]) put(item, names[at], value.slice(0, value_max));
    return item;
  });
}

function readRows(text: string, delimiter: string): string[][] {
  try {
    return parse(text, { delimiter, relax_quotes: true, relax_column_count: true, skip_empty_lines: true, to: items_max + 1 });
  } catch (error) {
    if (error instanceof CsvError) throw badFeed(error.message);
    throw error;
  }
}

function put(item: Map<string, string[]>, name: string, value: string): void {
  const text = value.trim();
  if (text !== '') item.set(name, [...(item.get(name) ?? []), text]);
}
