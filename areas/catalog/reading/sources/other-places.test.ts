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
const notes = (html: string) => read(html).quality.map(({ code }) => code);
const code = (expected: string) => (error: unknown) => error instanceof AppError && error.code === expected;

const offer = (price: unknown, more: object = {}) => ({ '@type': 'Offer', price, priceCurrency: 'EUR', ...more });
const shirt = (more: object = {}) => ({ '@type': 'Product', name: 'Oxford shirt', brand: 'Tailor', offers: offer(98), ...more });

describe('other places where shops tell of a product', () => {
  test('RDFa Lite is read like microdata', () => {
    const html = `<html><body vocab="https://schema.org/"><div typeof="Product"><h1 property="name">Oxford shirt</h1><span property="brand">Tailor</span>
      <span property="size">M</span><span property="size">S</span><div property="offers" typeof="Offer"><span property="price" content="98.50">98,50</span><meta property="priceCurrency" content="EUR"></div></div></body></html>`;
    const reading = read(html);
    assert.deepEqual(
      [reading.product_name, reading.brand, reading.price_minor, reading.size_options.length],
      ['Oxford shirt', 'Tailor', 9850, 2],
    );
  });

  test('WooCommerce: the variations of its form, beside JSON-LD without sizes', () => {
    const variations = [
      {
        attributes: { attribute_pa_size: 'x-large', attribute_pa_color: 'navy' },
        display_price: 80,
        display_regular_price: 100,
        is_in_stock: false,
      },
      {
        attributes: { attribute_pa_size: 'medium', attribute_pa_color: 'navy' },
        display_price: 80,
        display_regular_price: 100,
        is_in_stock: true,
      },
    ];
    const form = `<form class="variations_form" data-product_variations="${JSON.stringify(variations).replaceAll('"', '&quot;')}"></form>`;
    const reading = read(
      page(shirt({ offers: { '@type': 'AggregateOffer', lowPrice: 80, highPrice: 80, priceCurrency: 'EUR' } })).replace(
        '</body>',
        `${form}</body>`,
      ),
    );
    assert.deepEqual(reading.size_options, [
      { label: 'MEDIUM', is_available: true },
      { label: 'X LARGE', is_available: false },
    ]);
    assert.deepEqual([reading.price_minor, reading.price_before_minor], [8000, 10_000]);
  });

  const statistics = `<script>window.ShopifyAnalytics = {}; var meta = {"product":{"id":7,"vendor":"Tailor","type":"Shirts","variants":[{"id":1,"price":9800,"name":"Oxford shirt - M / Navy","public_title":"M / Navy"},{"id":2,"price":8800,"name":"Oxford shirt - S / Navy","public_title":"S / Navy"}]}}; for (var a in meta) {}</script><script>Shopify.currency = {"active":"CAD","rate":"1.3"};</script>`;

  test('Shopify: what its statistics carry, and the variant that the link asks for', () => {
    const html = `<html><body><h1>Oxford shirt</h1>${statistics}</body></html>`;
    const reading = read(html);
    assert.deepEqual(
      [reading.product_name, reading.product_code, reading.brand, reading.price_minor, reading.currency],
      ['Oxford shirt', '7', 'Tailor', 9800, 'CAD'],
    );
    assert.deepEqual(
      reading.size_options.map(({ label }) => label),
      ['S', 'M'],
    );
    assert.equal(read(html, new URL('https://x.example/products/oxford?variant=2')).price_minor, 8800);
  });

  test('Shopify: the product as JSON in the page, prices in cents, what sells shown', () => {
    const product = {
      id: 7,
      title: 'Oxford shirt',
      vendor: 'Tailor',
      options: ['Colour', 'Size'],
      images: ['//cdn.example/a.jpg'],
      variants: [
        { id: 1, option1: 'Navy', option2: '40', price: 9800, compare_at_price: 12_000, available: false },
        { id: 2, option1: 'Navy', option2: '38', price: 8800, compare_at_price: 12_000, available: true },
      ],
    };
    const reading = read(
      `<html><body><script type="application/json" data-product-json>${JSON.stringify(product)}</script><script>Shopify.currency = {"active":"EUR"}</script></body></html>`,
    );
    assert.deepEqual(
      [reading.price_minor, reading.price_before_minor, reading.currency, reading.is_available],
      [8800, 12_000, 'EUR', true],
    );
    assert.deepEqual(reading.size_options, [
      { label: '38', is_available: true },
      { label: '40', is_available: false },
    ]);
    assert.equal(reading.product_image, 'https://cdn.example/a.jpg');
  });

  test('an app’s state: the object with the product’s name and the sizes in it', () => {
    const state = {
      related: [{ name: 'Other', sizes: ['XXS', 'XS'] }],
      product: {
        name: 'Oxford Shirt',
        variants: [
          { size: 'M', inStock: true },
          { size: 'S', inStock: false },
        ],
      },
    };
    for (const carrier of [
      `<script id="__NEXT_DATA__" type="application/json">${JSON.stringify(state)}</script>`,
      `<script>window.__STATE__ = ${JSON.stringify(state)}; start();</script>`,
    ]) {
      const html = page(shirt()).replace('</body>', `${carrier}</body>`);
      assert.deepEqual(read(html).size_options, [
        { label: 'S', is_available: false },
        { label: 'M', is_available: true },
      ]);
      assert.ok(notes(html).includes('sizes_as_shown'));
    }
  });

  test('choosers: a select, radios, buttons, a swatch list; charts, filters and menus are none', () => {
    const choosers = [
      '<select name="size"><option>Select a size<option>S<option disabled>M - sold out</select>',
      '<fieldset class="product-form__input SizeOptions"><input type=radio value=S><label>S</label><input type=radio value=M disabled><label class=disabled>M</label></fieldset>',
      '<div data-testid="size-selector"><button>S</button><button aria-disabled="true">M</button></div>',
      '<ul class="swatches-size"><li><a>S</a></li><li class="sold-out"><a>M</a></li></ul>',
      '<button class="size-btn">S</button><button class="size-btn" disabled>M</button>',
    ];
    for (const chooser of choosers)
      assert.deepEqual(
        read(page(shirt()).replace('</body>', `${chooser}</body>`)).size_options,
        [
          { label: 'S', is_available: true },
          { label: 'M', is_available: false },
        ],
        chooser,
      );
    for (const none of [
      '<div class="size-guide"><button>S</button><button>M</button></div>',
      '<div class="filter-size"><button>S</button><button>M</button></div>',
      '<div class="font-size"><button>S</button><button>M</button></div>',
      '<select name="size"><option>Red<option>Blue<option>Green<option>S<option>M</select>',
    ])
      assert.deepEqual(sizes(page(shirt()).replace('</body>', `${none}</body>`)), [], none);
  });

  test('a shop that tells programs nothing: title, price and sizes as people see them', () => {
    const html = `<html><body><h1>Oxford shirt</h1><p class="price"><del>$98.00</del> <ins>$78.00</ins></p><select id="size"><option>S<option>M</select></body></html>`;
    assert.deepEqual(money(html), [7800, 9800, 'USD']);
    assert.deepEqual(sizes(html), ['S', 'M']);
    assert.throws(() => read('<html><body><h1>About us</h1><p>We sell shirts.</p></body></html>'), code('catalog.unknown_shop'));
  });

  test('data that says another price than the page shows is noted; the price anywhere on the page, or another kind of price, is not', () => {
    const shown = (body: string) => page(shirt()).replace('</body>', `${body}</body>`);
    const note = read(shown('<span class="price">€ 79,00</span>')).quality.find(({ code: name }) => name === 'prices_disagree');
    assert.equal(note?.message, 'The page shows 79, but its data says 98; look at the shop’s page.');
    assert.ok(!notes(shown('<span class="price">€ 98,00</span><span class="price">€ 79,00</span>')).includes('prices_disagree'));
    assert.ok(!notes(shown('<span class="shipping-price">€ 79,00</span>')).includes('prices_disagree'));
    assert.ok(!notes(shown('<div class="related-products"><span class="price">€ 79,00</span></div>')).includes('prices_disagree'));
    assert.ok(!notes(shown('<span class="price">€ 4,90 delivery</span>')).includes('prices_disagree'));
  });

  test('a chart and the garment’s own measures are read from the page’s tables', () => {
    const html = page(shirt({ size: ['S', 'M'] })).replace(
      '</body>',
      '<h3>Garment measurements</h3><table><tr><th>Size<th>Pit to pit (cm)<tr><td>S<td>52<tr><td>M<td>55</table><h3>Size guide</h3><table><tr><th>Size<th>Chest (in)<tr><td>S<td>34-36<tr><td>M<td>38-40</table></body>',
    );
    assert.deepEqual(
      read(html).charts.map(({ kind, unit, sizes: rows }) => [kind, unit, rows[0]?.cm.chest]),
      [
        ['garment', 'cm', [104, 104]],
        ['body', 'in', [86.4, 91.4]],
      ],
    );
  });
});
