import { notAProduct } from '../../errors.ts';
import { isOfType } from '../page/json-ld.ts';
import type { Headings } from '../page/collect-headings.ts';
import { field, listOf, textOf } from '../page/parse-json.ts';

const variants_max = 2000;

/** What else the page says of itself, to tell its own product from others that it mentions. */
export interface PageNames {
  link: URL;
  headings: Headings;
  /** `og:title`. */
  shared_title: string | null;
}

/**
 * Finds the one product that schema.org nodes tell of: a group first; products that name one group are its variants; of
 * several the one that the page is about by its address, name or code. null where there is none; throws
 * `catalog.not_a_product` for several, or a list.
 */
export function chooseProduct(nodes: readonly object[], names: PageNames): object | null {
  const products = nodes.filter((node) => product_types.some((type) => isOfType(node, type)));
  const groups = withVariants(
    nodes.filter((node) => isOfType(node, 'ProductGroup')),
    products,
  );
  const found = groups.length > 0 ? groups : grouped(products);
  if (found.length === 0) {
    if (nodes.some((node) => list_types.some((type) => isOfType(node, type)))) throw notAProduct('a list in schema.org data');
    return null;
  }
  const own = found.length === 1 ? found : ownOf(found, names);
  const is_one = new Set(own.map((node) => textOf(field(node, 'name')))).size === 1;
  if (!is_one || (own.length === found.length && own.length > 1 && isElsewhere(own, names.link)))
    throw notAProduct(`${found.length} products in schema.org data`);
  return own[0]!;
}

const product_types = ['Product', 'IndividualProduct', 'ProductModel', 'SomeProducts', 'Clothing', 'ClothingProduct'];
const list_types = ['ItemList', 'CollectionPage', 'SearchResultsPage', 'OfferCatalog'];

/** Groups may be named by their variants instead of holding them. */
function withVariants(groups: readonly object[], products: readonly object[]): object[] {
  return groups.map((group) => {
    if (listOf(field(group, 'hasVariant')).length > 0) return group;
    const code = textOf(field(group, 'productGroupID'));
    const variants = products.filter(
      (product) => field(product, 'isVariantOf') === group || (code !== null && groupCode(product) === code),
    );
    return variants.length === 0 ? group : { ...group, hasVariant: variants };
  });
}

/** Products that name one and the same group become one product with variants. */
function grouped(products: readonly object[]): object[] {
  const codes = new Set(products.map(groupCode));
  const [code] = codes;
  if (products.length < 2 || codes.size !== 1 || (code == null && !areSizesOfOne(products))) return [...products];
  const name = commonStart(products.map((product) => textOf(field(product, 'name')) ?? ''));
  return [
    {
      ...products[0],
      ...(name === '' ? {} : { name }),
      url: undefined,
      ...(code == null ? {} : { productGroupID: code }),
      hasVariant: products,
    },
  ];
}

/** One name, and each a size of its own (Zara). */
function areSizesOfOne(products: readonly object[]): boolean {
  const sizes = products.map((product) => textOf(field(product, 'size')));
  return new Set(products.map((product) => textOf(field(product, 'name')))).size === 1 && !sizes.includes(null) && new Set(sizes).size > 1;
}

const groupCode = (product: unknown): string | null =>
  textOf(field(product, 'inProductGroupWithID')) ?? textOf(field(field(product, 'isVariantOf'), 'productGroupID'));

/** "Shirt - M" and "Shirt - L" are the "Shirt". */
function commonStart(names: readonly string[]): string {
  const [first = ''] = names;
  const words = first.split(' ');
  const length = words.findIndex((_word, i) => !names.every((name) => name.split(' ')[i] === words[i]));
  return (length < 0 ? first : words.slice(0, length).join(' ')).replace(/[\s,:|–-]+$/, '');
}

/** The ones that are the page's own by the first sign that any of them bears. */
function ownOf(found: readonly object[], { link, headings, shared_title }: PageNames): readonly object[] {
  const titles = [...headings.first, shared_title ?? '', headings.title].map(plain).filter((title) => title !== '');
  const nameOf = (node: object): string => plain(textOf(field(node, 'name')) ?? '');
  const signs: ((node: object) => boolean)[] = [
    (node) =>
      [field(node, 'url'), field(node, '@id'), field(node, 'mainEntityOfPage')].some((url) =>
        samePage(textOf(url) ?? textOf(field(url, '@id')), link),
      ),
    (node) => codesOf(node).some((code) => code.length >= 4 && link.pathname.toLowerCase().includes(code.toLowerCase())),
    (node) => nameOf(node) !== '' && titles.includes(nameOf(node)),
    (node) => nameOf(node).length > 3 && titles.some((title) => title.startsWith(nameOf(node))),
  ];
  for (const sign of signs) {
    const some = found.filter(sign);
    if (some.length > 0 && some.length < found.length) return some;
  }
  return found;
}

/** Several nodes of one name that all have addresses, none of them this one: tiles of a list. */
const isElsewhere = (nodes: readonly object[], link: URL): boolean =>
  nodes.some((node) => textOf(field(node, 'url')) !== null) && !nodes.some((node) => samePage(textOf(field(node, 'url')), link));

/** Groups may hold groups: a colour with its sizes. The product itself where it has no variants. */
export function variantsOf(product: object): unknown[] {
  let level: unknown[] = [product];
  for (let depth = 0; depth < 3; depth += 1)
    level = level
      .flatMap((node) => {
        const variants = [...listOf(field(node, 'hasVariant')), ...listOf(field(node, 'model'))].filter(
          (one) => typeof one === 'object' && one !== null,
        );
        return variants.length > 0 ? variants : [node];
      })
      .slice(0, variants_max);
  return level;
}

/** Gives the codes under which a node may be asked for. */
export const codesOf = (node: unknown): string[] =>
  ['sku', 'productID', 'productGroupID', 'mpn', 'gtin', 'gtin13', 'gtin14'].flatMap((name) => textOf(field(node, name)) ?? []);

/** Tells whether an address is this page, whatever its query. */
export const samePage = (url: string | null, link: URL): boolean =>
  url !== null &&
  URL.canParse(url, link.href) &&
  trimSlash(new URL(url, link.href).pathname) === trimSlash(link.pathname) &&
  link.pathname !== '/';

const trimSlash = (path: string): string => path.replace(/\/+$/, '');

const plain = (text: string): string => text.toLowerCase().replaceAll(/\s+/g, ' ').trim();
