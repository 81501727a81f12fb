import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Product } from '#contract/catalog.ts';
import type { ProductList } from '#contract/shop-window.ts';
import { seededRandom } from '#science/numerics/seeded-random.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { sampleBoutique, sampleProduct } from '../boutiques/sample-boutique.ts';
import { saveBoutique } from '../boutiques/save-boutique.ts';
import { saveBoutiqueProduct } from '../boutiques/save-boutique-product.ts';
import { removeBoutiqueProduct } from '../boutiques/remove-boutique.ts';
import type { ProductDraft } from '../boutiques/product-draft.ts';
import { foldText } from '../boutiques/search-text.ts';

// An invented shop of 60 products, and the list against a count by hand over what each product says of itself.

let house: TestHouse;
let products: Product[];
const shops = [
  { slug: 'shop-a', name: 'Ateliê Sul', currency: 'EUR' },
  { slug: 'shop-b', name: 'North', currency: 'EUR' },
  { slug: 'shop-c', name: 'Lagos Line', currency: 'NGN' },
] as const;
const palette = [
  { name: 'Navy', hex: '#1c2740' },
  { name: 'Sky', hex: '#a9c9e8' },
  { name: 'Ecru', hex: '#e8e0cc' },
  { name: 'Rust', hex: '#b2552c' },
] as const;

before(async () => {
  house = await testHouse();
  const ctx = house.ctx();
  for (const shop of shops) await saveBoutique(ctx, sampleBoutique(shop));
  for (const draft of inventProducts()) {
    await saveBoutiqueProduct(ctx, draft);
    house.clock.pass(1);
  }
  await removeBoutiqueProduct(ctx, 'thing-59');
  const { products: slugs } = (await get('/v1/products/sitemap')).json<{ products: { slug: string }[] }>();
  products = await Promise.all(slugs.map(async ({ slug }) => (await get(`/v1/products/${slug}`)).json<Product>()));
});
after(() => house.close());

const get = (path: string) => house.server.inject({ method: 'GET', url: path });
const list = async (query: string): Promise<ProductList> => {
  const answer = await get(`/v1/products?limit=100&${query}`);
  assert.equal(answer.statusCode, 200, answer.body);
  return answer.json();
};
const sorted = (texts: readonly (string | null)[]): (string | null)[] => texts.toSorted((a, b) => (a! < b! ? -1 : 1));
const slugsOf = ({ products: cards }: ProductList): string[] => cards.map(({ slug }) => slug);

function inventProducts(): ProductDraft[] {
  const random = seededRandom(5);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  return Array.from({ length: 60 }, (_, i) => {
    const category = pick(['shirt', 'jeans', 'dress', 'shoes', 'bag'] as const);
    const sizes =
      category === 'bag'
        ? ['One size']
        : pick([
            ['S', 'M', 'L'],
            ['28', '30', '32', '34'],
          ]);
    const colors = palette.filter(() => random() < 0.5);
    if (colors.length === 0) colors.push(palette[0]);
    const variants = sizes.flatMap((size) => colors.map(({ name }) => ({ size, color: name, on_hand: Math.floor(random() * 3) })));
    return sampleProduct({
      slug: `thing-${i}`,
      boutique: pick(shops).slug,
      product_name: `${pick(['Washed', 'Brushed', 'Crème', 'Heavy'])} ${category} ${i}`,
      category,
      sizing: pick(['men', 'women', null] as const),
      colors: [...colors],
      variants,
      price_minor: 1000 + Math.floor(random() * 20) * 500,
      charts: [],
    });
  });
}

interface Asked {
  category?: string[];
  boutique?: string[];
  color?: string[];
  size?: string[];
  sizing?: string;
  currency?: string;
  min?: number;
  max?: number;
}
type Name = keyof Asked;

/** The rule in plain words: everything that is asked for, and one variant that has both size and colour. */
function isLeft(product: Product, asked: Asked, without: Name[] = []): boolean {
  const uses = <K extends Name>(name: K): Asked[K] => (without.includes(name) ? undefined : asked[name]);
  const [size, color, min, max] = [uses('size'), uses('color'), uses('min'), uses('max')];
  return (
    (uses('category')?.includes(product.category) ?? true) &&
    (uses('boutique')?.includes(product.boutique!.slug) ?? true) &&
    (uses('sizing') === undefined || product.sizing === uses('sizing')) &&
    (uses('currency') === undefined || product.currency === uses('currency')) &&
    (min === undefined || product.price_minor! >= min) &&
    (max === undefined || product.price_minor! <= max) &&
    product.variants.some(
      (one) => (!size || (one.is_available && size.includes(one.size))) && (!color || color.includes(familyOf(product, one.color))),
    )
  );
}
const familyOf = (product: Product, color: string): string => product.color_options.find(({ name }) => name === color)!.family;

function countByHand(asked: Asked, name: 'category' | 'boutique' | 'color' | 'size' | 'sizing'): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const product of products) {
    const { variants } = product;
    const inColor = (color: string): boolean => !asked.color || asked.color.includes(familyOf(product, color));
    const inSize = (one: Product['variants'][number]): boolean => !asked.size || (one.is_available && asked.size.includes(one.size));
    const values = {
      category: [product.category],
      boutique: [product.boutique!.slug],
      sizing: product.sizing ? [product.sizing] : [],
      size: variants.filter((one) => one.is_available && inColor(one.color)).map(({ size }) => size),
      color: variants.filter(inSize).map(({ color }) => familyOf(product, color)),
    }[name];
    if (isLeft(product, asked, name === 'size' || name === 'color' ? ['size', 'color'] : [name]))
      for (const value of new Set<string>(values)) counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}

const queries: Asked[] = [
  {},
  { category: ['shirt'] },
  { category: ['shirt', 'dress'], sizing: 'women' },
  { color: ['blue'] },
  { size: ['M'] },
  { size: ['M', '30'], color: ['blue', 'beige'] },
  { size: ['L'], color: ['orange'], boutique: ['shop-a', 'shop-b'] },
  { currency: 'EUR', min: 3000, max: 8000 },
  { currency: 'NGN', category: ['bag', 'shoes'], max: 9000 },
  { category: ['coat'] },
];

for (const asked of queries) {
  test(`what is left and every facet agree with a count by hand: ${JSON.stringify(asked)}`, async () => {
    const { min, max, ...rest } = asked;
    const query = new URLSearchParams(
      Object.entries(rest).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one])),
    );
    if (min !== undefined) query.set('price_min_minor', String(min));
    if (max !== undefined) query.set('price_max_minor', String(max));
    const found = await list(query.toString());
    const wanted = products.filter((product) => isLeft(product, asked));
    assert.deepEqual(sorted(slugsOf(found)), sorted(wanted.map(({ slug }) => slug)));
    assert.equal(found.total, wanted.length);
    for (const name of ['category', 'boutique', 'color', 'size', 'sizing'] as const)
      assert.deepEqual(Object.fromEntries(found.facets[name].map(({ value, count }) => [value, count])), countByHand(asked, name), name);
    const priced = products.filter((product) => isLeft(product, asked, ['min', 'max', 'currency']));
    const currencies = priced
      .filter(({ currency }) => currency === (found.facets.price?.currency ?? null))
      .map(({ price_minor }) => price_minor!);
    if (priced.length > 0)
      assert.deepEqual([found.facets.price?.min_minor, found.facets.price?.max_minor], [Math.min(...currencies), Math.max(...currencies)]);
    else assert.equal(found.facets.price, null);
  });
}

test('a price without a currency means the one that most products are in', async () => {
  const found = await list('price_max_minor=100000000');
  assert.ok(found.total > 0 && found.products.every(({ currency }) => currency === 'EUR'));
});

test('sizes are counted in wearing order, letters and numbers apart; boutiques under their names', async () => {
  const { facets } = await list('');
  const sizes = facets.size.map(({ value }) => value);
  for (const kind of [/^[SML]$/, /^\d\d$/]) {
    const of_kind = sizes.filter((size) => kind.test(size));
    assert.deepEqual(
      of_kind,
      ['S', 'M', 'L', '28', '30', '32', '34'].filter((size) => kind.test(size)),
    );
    assert.equal(sizes.indexOf(of_kind.at(-1)!) - sizes.indexOf(of_kind[0]!), of_kind.length - 1, 'side by side');
  }
  for (const { value, label } of facets.boutique) assert.equal(label, shops.find(({ slug }) => slug === value)?.name);
});

test('each order is kept over all pages, every product comes once', async () => {
  const orders = {
    new: (a: Product, b: Product) => Number(b.slug!.slice(6)) - Number(a.slug!.slice(6)),
    price_up: (a: Product, b: Product) =>
      a.currency!.localeCompare(b.currency!) || a.price_minor! - b.price_minor! || (a.id < b.id ? -1 : 1),
    price_down: (a: Product, b: Product) =>
      a.currency!.localeCompare(b.currency!) || b.price_minor! - a.price_minor! || (a.id < b.id ? -1 : 1),
    name: (a: Product, b: Product) => (foldText(a.product_name) < foldText(b.product_name) ? -1 : 1),
  };
  for (const [sort, order] of Object.entries(orders)) {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: ProductList = (await get(`/v1/products?limit=7&sort=${sort}${cursor && `&cursor=${cursor}`}`)).json();
      seen.push(...slugsOf(page));
      cursor = page.next_cursor;
    }
    assert.deepEqual(
      seen,
      products.toSorted(order).map(({ slug }) => slug),
      sort,
    );
  }
});

test('what is put up for sale or taken down between two pages neither repeats nor hides another', async () => {
  const first: ProductList = (await get('/v1/products?limit=20&sort=new')).json();
  await saveBoutiqueProduct(house.ctx(), sampleProduct({ slug: 'late-comer', boutique: 'shop-a' }));
  await removeBoutiqueProduct(house.ctx(), slugsOf(first).at(-1)!);
  const second: ProductList = (await get(`/v1/products?limit=100&sort=new&cursor=${first.next_cursor}`)).json();
  const wanted = products.map(({ slug }) => slug!).toSorted((a, b) => Number(b.slice(6)) - Number(a.slice(6)));
  assert.deepEqual([...slugsOf(first), ...slugsOf(second)], wanted);
  await removeBoutiqueProduct(house.ctx(), 'late-comer');
  await saveBoutiqueProduct(
    house.ctx(),
    inventProducts().find(({ slug }) => slug === slugsOf(first).at(-1))!,
  );
});

test('words find what they begin, in any order, without marks; words that all have find all', async () => {
  const named = (pattern: RegExp) => sorted(products.filter(({ product_name }) => pattern.test(product_name)).map(({ slug }) => slug));
  const found = async (q: string) => sorted(slugsOf(await list(`q=${encodeURIComponent(q)}`)));
  assert.deepEqual(await found('creme'), named(/Crème/));
  assert.deepEqual(await found('Crème dress'), named(/Crème dress/));
  assert.deepEqual(await found('dress cr'), named(/Crème dress/));
  assert.equal((await list('q=sul%20atelie')).total, products.filter(({ brand }) => brand === 'Ateliê Sul').length);
  assert.equal((await list('q=navy')).total, products.filter(({ colors }) => colors.includes('Navy')).length);
  assert.equal((await list('q=the')).total, products.length);
  assert.equal((await list("q='%20%7C%20!%20%26%20(%3A*")).total, products.length, 'signs are no words');
  assert.equal((await list('q=zeppelin')).total, 0);
});

test('what was remembered of a list is forgotten with a change of stock', async () => {
  const [one] = (await list('category=bag')).products;
  assert.deepEqual(await list('category=bag'), await list('category=bag'));
  const draft = inventProducts().find(({ slug }) => slug === one!.slug)!;
  const withStock = (on_hand: number) =>
    saveBoutiqueProduct(house.ctx(), { ...draft, variants: draft.variants.map((variant) => ({ ...variant, on_hand })) });
  const sizesOf = async () => (await list('category=bag')).products.find(({ slug }) => slug === one!.slug)?.sizes;
  await withStock(0);
  assert.deepEqual(await sizesOf(), [{ label: 'One size', is_available: false }]);
  await withStock(1);
  assert.deepEqual(await sizesOf(), [{ label: 'One size', is_available: true }]);
  await saveBoutiqueProduct(house.ctx(), draft);
});

test('what is similar is of the same kind first, never itself', async () => {
  const one = products.find(({ category }) => category === 'jeans')!;
  const { products: alike } = (await get(`/v1/products/${one.slug}/similar?limit=24`)).json<{ products: ProductList['products'] }>();
  const points = (card: ProductList['products'][number]): number => {
    const other = products.find(({ id }) => id === card.id)!;
    const shares = other.color_options.some(({ family }) => one.color_options.some((mine) => mine.family === family));
    return (
      4 * Number(other.category === one.category) +
      2 * Number(other.sizing === one.sizing) +
      Number(shares) +
      Number(other.boutique!.id === one.boutique!.id)
    );
  };
  assert.ok(!alike.some(({ id }) => id === one.id));
  assert.deepEqual(
    alike.map(points),
    alike.map(points).toSorted((a, b) => b - a),
  );
  assert.equal(
    points(alike[0]!),
    Math.max(...products.filter(({ id }) => id !== one.id).map((other) => points({ id: other.id } as ProductList['products'][number]))),
  );
  assert.equal((await get('/v1/products/never-was/similar')).statusCode, 404);
});

test('a query that makes no sense is refused', async () => {
  for (const query of [
    'category=hat',
    'color=teal',
    'sort=best',
    'limit=0',
    'limit=101',
    'price_min_minor=-1',
    'cursor=nonsense',
    `q=${'x'.repeat(201)}`,
    'boutique=No!',
  ])
    assert.equal((await get(`/v1/products?${query}`)).statusCode, 400, query);
  const { next_cursor } = (await get('/v1/products?limit=3&sort=name')).json<ProductList>();
  assert.equal((await get(`/v1/products?sort=price_up&cursor=${next_cursor}`)).statusCode, 400, 'a mark of another order');
});
