import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AppError } from '#platform/errors/app-error.ts';
import { readAnyProductPage } from '../read-product-page.ts';

const link = new URL('https://www.tailor.example/p/oxford-shirt');
const read = (html: string, at: URL | null = link) => readAnyProductPage({ html, link: at });
const script = (node: unknown) => `<script type="application/ld+json">${typeof node === 'string' ? node : JSON.stringify(node)}</script>`;
const page = (...nodes: unknown[]) => `<html><head>${nodes.map(script).join('')}</head><body><h1>Oxford shirt</h1></body></html>`;
const sizes = (html: string) => read(html).size_options.map(({ label }) => label);
const money = (html: string) => {
  const { price_minor, price_before_minor, currency } = read(html);
  return [price_minor, price_before_minor, currency];
};
const code = (expected: string) => (error: unknown) => error instanceof AppError && error.code === expected;

const offer = (price: unknown, more: object = {}) => ({ '@type': 'Offer', price, priceCurrency: 'EUR', ...more });
const shirt = (more: object = {}) => ({ '@type': 'Product', name: 'Oxford shirt', brand: 'Tailor', offers: offer(98), ...more });
const variant = (size: string, more: object = {}) => ({
  '@type': 'Product',
  name: `Oxford shirt - ${size}`,
  size,
  offers: offer(98),
  ...more,
});

describe('schema.org in JSON-LD', () => {
  test('names in full, with a prefix, and types as lists are the same words', () => {
    for (const node of [
      { '@type': 'https://schema.org/Product', 'http://schema.org/name': 'Oxford shirt', 'schema:size': ['M', 'S'] },
      { '@type': ['Thing', 'schema:Product'], 'schema:name': 'Oxford shirt', 'https://schema.org/size': ['M', 'S'] },
    ])
      assert.deepEqual(sizes(page(node)), ['S', 'M']);
  });

  test('references lead to what they name, in graphs and between scripts', () => {
    const graph = {
      '@graph': [
        { '@type': 'WebPage', mainEntity: { '@id': '#it' } },
        shirt({ '@id': '#it', brand: { '@id': '#brand' }, offers: { '@id': '#offer' }, size: 'M' }),
      ],
    };
    const reading = read(page(graph, { '@id': '#brand', '@type': 'Brand', name: 'Weaver' }, offer(45, { '@id': '#offer' })));
    assert.deepEqual([reading.brand, reading.price_minor], ['Weaver', 4500]);
    assert.doesNotThrow(() =>
      read(
        page(shirt({ '@id': '#a', isVariantOf: { '@id': '#b' } }), {
          '@id': '#b',
          '@type': 'ProductGroup',
          name: 'x',
          hasVariant: [{ '@id': '#a' }],
        }),
      ),
    );
  });

  test('variants that name their group are gathered, whichever way they name it', () => {
    const group = { '@type': 'ProductGroup', '@id': '#g', productGroupID: 'G1', name: 'Oxford shirt', brand: 'Tailor' };
    for (const nodes of [
      [group, variant('M', { inProductGroupWithID: 'G1' }), variant('S', { inProductGroupWithID: 'G1' })],
      [group, variant('M', { isVariantOf: { '@id': '#g' } }), variant('S', { isVariantOf: { '@id': '#g' } })],
      [variant('M', { inProductGroupWithID: 'G1' }), variant('S', { inProductGroupWithID: 'G1' })],
    ]) {
      const reading = read(page(...nodes));
      assert.deepEqual(
        [reading.product_name, reading.product_code, reading.size_options.map(({ label }) => label)],
        ['Oxford shirt', 'G1', ['S', 'M']],
      );
    }
  });

  test('a size stands in the variant’s name, a property, the offer, or a list in one text', () => {
    const named = (name: string, available = 'InStock') => ({
      '@type': 'Product',
      name,
      offers: offer(98, { availability: `https://schema.org/${available}` }),
    });
    const group = {
      '@type': 'ProductGroup',
      name: 'Oxford shirt',
      hasVariant: [named('Oxford shirt - Navy / M'), named('Oxford shirt - Navy / S', 'OutOfStock')],
    };
    assert.deepEqual(read(page(group)).size_options, [
      { label: 'S', is_available: false },
      { label: 'M', is_available: true },
    ]);
    const properties = [
      { '@type': 'PropertyValue', name: 'Color', value: 'S' },
      { name: 'Size', value: 'L' },
    ];
    assert.deepEqual(
      sizes(
        page({ ...group, hasVariant: [{ additionalProperty: properties }, { additionalProperty: [{ name: 'pa_size', value: 'M' }] }] }),
      ),
      ['M', 'L'],
    );
    assert.deepEqual(sizes(page(shirt({ size: 'L, S, M' }))), ['S', 'M', 'L']);
    assert.deepEqual(
      sizes(page(shirt({ offers: [offer(98, { itemOffered: { size: 'M' } }), offer(98, { itemOffered: { size: 'S' } })] }))),
      ['S', 'M'],
    );
  });

  test('money: one offer, a list, a range, specifications; 0 and nothing are no price', () => {
    assert.deepEqual(money(page(shirt({ offers: [offer('98.00')] }))), [9800, null, 'EUR']);
    assert.deepEqual(money(page(shirt({ offers: { '@type': 'AggregateOffer', lowPrice: '89', highPrice: 99, priceCurrency: 'GBP' } }))), [
      8900,
      null,
      'GBP',
    ]);
    const sale = {
      priceSpecification: [
        { price: 60, priceCurrency: 'EUR' },
        { price: 90, priceType: 'https://schema.org/ListPrice' },
      ],
    };
    assert.deepEqual(money(page(shirt({ offers: sale }))), [6000, 9000, 'EUR']);
    for (const price of ['1.299,00', '1.299', 1299, '1 299,00 €', '€1,299'])
      assert.deepEqual(money(page(shirt({ offers: offer(price) }))), [129_900, null, 'EUR'], String(price));
    for (const price of [0, '0.00', '', null, 'ask', -5, {}])
      assert.equal(read(page(shirt({ offers: offer(price) }))).price_minor, null, JSON.stringify(price));
    assert.deepEqual(money(page(shirt({ offers: offer('12 500 ₦', { priceCurrency: undefined }) }))), [1_250_000, null, 'NGN']);
    assert.deepEqual(money(page(shirt({ offers: offer(12800, { priceCurrency: 'JPY' }) }))), [12_800, null, 'JPY']);
  });

  test('the price is that of the variant the link names; a span is noted', () => {
    const group = {
      '@type': 'ProductGroup',
      name: 'Oxford shirt',
      hasVariant: [variant('S', { sku: 'A-S', offers: offer(50) }), variant('M', { sku: 'A-M', offers: offer(60) })],
    };
    const reading = read(page(group), new URL('https://www.tailor.example/p/oxford-shirt?variant=A-M'));
    assert.equal(reading.price_minor, 6000);
    assert.ok(reading.quality.some(({ code: note }) => note === 'price_spans'));
    assert.equal(read(page(group)).price_minor, 5000);
    const shown = page(group).replace('<h1>', '<meta property="product:price:amount" content="60"><h1>');
    assert.equal(read(shown).price_minor, 6000, 'what another source says the page shows');
  });

  test('JSON as templates break it is mended; what cannot be is left out', () => {
    const text = JSON.stringify(shirt({ size: ['S'] }));
    for (const broken of [
      `<!-- ${text} -->`,
      `//<![CDATA[\n${text}\n//]]>`,
      `${text};`,
      text.replace('}', ',}'),
      text.replace('Oxford shirt', 'Oxford\nshirt'),
      text.replaceAll('"', '&quot;'),
      text.slice(0, -1),
      `\uFEFF${text}`,
    ])
      assert.deepEqual(sizes(page(broken)), ['S'], broken.slice(0, 40));
    assert.throws(() => read('<html><script type="application/ld+json">just words</script></html>'), code('catalog.unknown_shop'));
  });

  test('measures of a size specification are of the body, of the variant the garment', () => {
    const measure = (name: string, low: number, high: number, unitCode = 'CMT') => ({
      '@type': 'QuantitativeValue',
      name,
      minValue: low,
      maxValue: high,
      unitCode,
    });
    const sized = (label: string, chest: number) => ({
      '@type': 'Product',
      size: {
        '@type': 'SizeSpecification',
        name: label,
        sizeSystem: 'https://schema.org/WearableSizeSystemUK',
        sizeGroup: 'https://schema.org/WearableSizeGroupTall',
        suggestedGender: 'https://schema.org/Male',
        suggestedMeasurement: [measure('Chest', chest, chest + 4), measure('Head', 5, 6)],
        hasMeasurement: [measure('Chest', chest / 2, chest / 2, 'INH'), measure('Length', 70, 70, 'XXX')],
      },
    });
    const reading = read(page({ '@type': 'ProductGroup', name: 'Oxford shirt', hasVariant: [sized('M', 96), sized('S', 88)] }));
    assert.deepEqual([reading.size_system, reading.size_type, reading.size_notation, reading.sizing], ['UK', 'tall', 'letters', 'men']);
    assert.deepEqual(
      reading.charts.map(({ kind, sizes: rows }) => [kind, rows]),
      [
        [
          'body',
          [
            { label: 'M', cm: { chest: [96, 100] } },
            { label: 'S', cm: { chest: [88, 92] } },
          ],
        ],
        [
          'garment',
          [
            { label: 'M', cm: { chest: [121.9, 121.9] } },
            { label: 'S', cm: { chest: [111.8, 111.8] } },
          ],
        ],
      ],
    );
  });
});

describe('which product the page is about', () => {
  const other = (n: number) => ({ '@type': 'Product', name: `Other ${n}`, url: `/p/other-${n}`, offers: offer(10 + n) });

  test('beside others it is known by its address, its code or the page’s title', () => {
    assert.equal(read(page(other(1), shirt({ url: '/p/oxford-shirt/' }), other(2))).product_name, 'Oxford shirt');
    assert.equal(read(page(other(1), shirt({ sku: 'oxford' }), other(2))).product_name, 'Oxford shirt');
    assert.equal(read(page(other(1), shirt(), other(2))).product_name, 'Oxford shirt');
  });

  test('a list of others does not make a list of a page that names its product elsewhere', () => {
    const html = page({ '@type': 'ItemList', itemListElement: [] }).replace(
      '<h1>',
      '<meta property="og:type" content="product"><meta property="og:title" content="Oxford shirt"><meta property="product:price:amount" content="98"><meta property="product:price:currency" content="EUR"><h1>',
    );
    assert.equal(read(html).product_name, 'Oxford shirt');
  });

  test('listings are refused: several products, lists, a group in OpenGraph', () => {
    const listing = (body: string) =>
      `<html><head><meta property="og:title" content="Shirts"></head><body><h1>Shirts</h1>${body}</body></html>`;
    for (const html of [
      listing(script([other(1), other(2), other(3)])),
      listing(script({ '@type': 'CollectionPage', mainEntity: { '@type': 'ItemList' } })),
      listing(script({ '@type': 'ItemList', itemListElement: [{ item: other(1) }] })),
      listing('<a class="product-card">x</a>'.repeat(12)),
    ])
      assert.throws(() => read(html), code('catalog.not_a_product'));
    assert.throws(
      () => read('<html><meta property="og:type" content="product.group"><meta property="og:title" content="Shirts"></html>'),
      code('catalog.unknown_shop'),
    );
  });

  test('a pasted page tells its address in any of the usual places', () => {
    const body = script(shirt({ size: 'M' }));
    const at = (head: string) => read(`${head.startsWith('<!--') ? head : ''}<html><head>${head}${body}</head></html>`, null).product_url;
    const url = 'https://www.tailor.example/p/1';
    assert.equal(at(`<link rel="canonical" href="${url}">`), url);
    assert.equal(at(`<meta property="og:url" content="${url}">`), url);
    assert.equal(at(`<!-- saved from url=(0030)${url} -->`), url);
    assert.equal(read(`<html>${script(shirt({ url, size: 'M' }))}</html>`, null).product_url, url);
    assert.throws(() => at(''), code('catalog.bad_link'));
  });
});

describe('pages of angry people', () => {
  test('5 MB in one line, nested data and names of prototypes', () => {
    const deep = '{"@type":"Product","name":"x","a":'.repeat(100_000);
    assert.throws(() => read(`<html>${script(deep)}</html>`), AppError);
    const hostile =
      '{"@type":"Product","name":"Shirt","size":"M","__proto__":{"polluted":1},"schema:__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
    assert.equal(read(`<html>${script(hostile)}</html>`).product_name, 'Shirt');
    assert.equal(({} as { polluted?: number }).polluted, undefined);
    const long = read(`<html><p>${'x'.repeat(5_000_000)}</p>${script(shirt({ name: 'y'.repeat(10_000), size: 'M' }))}</html>`);
    assert.equal(long.product_name.length, 200);
  });

  test('right-to-left and Japanese pages', () => {
    const arabic = read(
      page({ '@type': 'Product', name: 'قميص أكسفورد', size: ['M', 'S'], offers: offer('٤٥ د.إ', { priceCurrency: undefined }) }),
    );
    assert.deepEqual([arabic.product_name, arabic.price_minor, arabic.currency], ['قميص أكسفورد', 4500, 'AED']);
    const japanese = read(
      page({
        '@type': 'Product',
        name: 'メンズ オックスフォードシャツ',
        size: ['Lサイズ', 'Mサイズ'],
        offers: offer('12,800円', { priceCurrency: undefined }),
      }),
    );
    assert.deepEqual(
      [japanese.size_options.map(({ label }) => label), japanese.price_minor, japanese.currency, japanese.sizing],
      [['Mサイズ', 'Lサイズ'], 12_800, 'JPY', 'men'],
    );
  });
});
