import type { PageFacts } from '../page/page-facts.ts';
import { field, parseJson, textOf } from '../page/parse-json.ts';
import type { RawPart } from './raw-product.ts';

/** The page carries the answers of a few queries; one of them is the product. */
const queries_max = 50;

/**
 * Reads what Reiss's pages keep in `__NEXT_DATA__` and do not tell elsewhere: whose sizes these are, the kind of garment,
 * the colour, and each size with its stock. null where the product is not there; its JSON-LD then still counts.
 */
export function extractReiss({ next_data }: PageFacts, link: URL): RawPart | null {
  if (!/(?:^|\.)reiss\.com$/.test(link.hostname)) return null;
  const props = field(parseJson(next_data), 'props');
  const queries = field(field(field(props, 'pageProps'), 'dehydratedState'), 'queries');
  if (!Array.isArray(queries)) return null;
  const products = queries.slice(0, queries_max).map((query: unknown) => field(field(query, 'state'), 'data'));
  const product = products.find((data) => Array.isArray(optionsOf(data)));
  if (product === undefined) return null;
  const words = (...names: string[]): string[] => names.flatMap((name) => textOf(field(product, name)) ?? []);
  return {
    kind_words: words('category'),
    sizing_words: words('gender', 'department'),
    cloth_words: words('material'),
    colors: words('colour'),
    currency: textOf(field(product, 'currencyCode')),
    sizes: (optionsOf(product) as unknown[]).flatMap((option) => {
      const label = textOf(field(option, 'name'));
      const stock = textOf(field(option, 'stockStatus'));
      return label === null ? [] : [{ label, is_available: stock === null ? null : !/sold ?out|out ?of ?stock|unavailable/i.test(stock) }];
    }),
  };
}

const optionsOf = (data: unknown): unknown => field(field(data, 'options'), 'options');
