import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAnyProductPage } from '../read-product-page.ts';

// Shapes in which large shops and shop systems tell sizes and prices today; an outside look at 90 pages found each of them unread.

const link = new URL('https://www.tailor.example/p/oxford-shirt');
const page = (body: string, product: object = {}) =>
  `<html><head><script type="application/ld+json">${JSON.stringify({ '@type': 'Product', name: 'Oxford shirt', brand: 'Tailor', offers: { price: 98, priceCurrency: 'EUR' }, ...product })}</script></head><body><div><h1>Oxford shirt</h1>${body}</div></body></html>`;
const read = (html: string, at: URL | null = link) => readAnyProductPage({ html, link: at });
const sizes = (html: string) => read(html).size_options.map(({ label }) => label);

test('words beside it name a choice of sizes: a label, a legend, a heading, in several languages', () => {
  for (const chooser of [
    '<label for="a">Color</label><select id="a"><option>Red<option>Blue</select><label for="b">Size</label><select id="b"><option value="">Please Select<option>S<option>M</select>',
    '<label>Storlek <select><option>Välj storlek<option>S<option>M</select></label>',
    '<fieldset><legend>Select Size</legend><div><input type="radio" name="g" value="S"><label>S</label></div><div><input type="radio" name="g" value="M"><label>M</label></div></fieldset>',
    '<h5>Size</h5><div><a href="?s=S">S</a><a href="?s=M">M</a></div><button>Add to cart</button>',
    '<div><div><span>Größe:</span></div><ul><li><a aria-label="Size S"><span>S</span></a></li><li><a><span>M</span></a></li></ul></div>',
    '<p>Size:</p><label><input type="radio" name="size" value="S">S</label><label><input type="radio" name="size" value="M">M</label><p>Ships tomorrow</p>',
    '<span>Size (UK)</span><button>S</button><button>M</button>',
    '<label><span>Size</span></label><select><option>Select an option<option>S ($78.00)<option>M ($82.00)</select>',
  ])
    assert.deepEqual(sizes(page(chooser)), ['S', 'M'], chooser);
});

test('radios whose values are codes are read by their labels; a note beside a size is no stranger', () => {
  const chooser = ['32', '34']
    .map(
      (size) =>
        `<div><input type="radio" name="size-picker" value="AN-00${size}"><label><div><span>${size}</span></div><div><span>${size === '32' ? 'Benachrichtigen' : 'Nur noch 2 übrig'}</span></div></label></div>`,
    )
    .join('');
  assert.deepEqual(read(page(`<form name="size-picker-form"><span>Größe</span>${chooser}</form>`)).size_options, [
    { label: '32', is_available: false },
    { label: '34', is_available: true },
  ]);
});

test('one size is a choice; a list of other things under a caption of sizes is none', () => {
  assert.deepEqual(sizes(page('<div class="size-picker"><span>Size</span><button>One size</button></div>')), ['One size']);
  assert.deepEqual(
    sizes(page('<h5>Size</h5><ul><li>Model wears M</li><li>True to size</li><li>Relaxed</li><li>S</li><li>Mid weight</li></ul>')),
    [],
  );
});

test('an app’s options that say what they are: by name, title, code; Magento’s without a product’s name', () => {
  const list = (key: string) => [{ [key]: 'S' }, { [key]: 'M' }];
  for (const options of [
    { options: [{ name: 'Size', optionValues: list('name') }] },
    { options: [{ title: 'Size', selections: list('value') }] },
    { options: [{ attribute_code: 'size', values: list('label') }] },
  ])
    assert.deepEqual(sizes(page(`<script>window.shop.pdp.product = ${JSON.stringify({ name: 'Oxford shirt', ...options })};</script>`)), [
      'S',
      'M',
    ]);
  const magento = {
    '[data-role]': {
      renderer: {
        jsonConfig: { attributes: { 93: { code: 'color', options: list('label') }, 144: { code: 'size', options: list('label') } } },
      },
    },
  };
  assert.deepEqual(sizes(page(`<script type="text/x-magento-init">${JSON.stringify(magento)}</script>`)), ['S', 'M']);
});

test('one product a size without a group is one product with sizes; keys in capitals count', () => {
  const one = (size: string) => ({ '@type': 'Product', name: 'Satin dress', size, offers: { price: '35.99', priceCurrency: 'GBP' } });
  assert.deepEqual(sizes(`<html><script type="application/ld+json">${JSON.stringify([one('M'), one('XS'), one('S')])}</script></html>`), [
    'XS',
    'S',
    'M',
  ]);
  assert.equal(read(page('', { offers: undefined, Offers: { Price: '64', PriceCurrency: 'AUD' } })).price_minor, 6400);
});

test('the price that is paid: beside a list price, beside a crossed-out one, of the colour shown, from the lowest', () => {
  const price = (body: string, offers: object) => {
    const { price_minor, price_before_minor } = read(page(body, { offers }));
    return [price_minor, price_before_minor];
  };
  const specified = {
    price: 100,
    priceCurrency: 'USD',
    priceSpecification: [{ priceType: 'https://schema.org/StrikethroughPrice', price: 100 }, { price: 80 }],
  };
  assert.deepEqual(price('', specified), [8000, 10_000]);
  assert.deepEqual(
    price('<p class="price"><del>€320</del> <b class="price-now">€192</b></p>', { price: 320, priceCurrency: 'EUR' }),
    [19_200, 32_000],
  );
  const range = { '@type': 'AggregateOffer', lowPrice: 83.99, highPrice: 159, priceCurrency: 'USD' };
  assert.deepEqual(price('<span class="price">$159</span>', range), [15_900, null]);
  assert.deepEqual(price('<p>From only $83.99</p><span class="price">$159</span>', range), [8399, null]);
});

test('ages, thirds of a size and shoes for everybody', () => {
  assert.deepEqual(sizes(page('', { size: ['8-10', '2-4', '10-12', '4-6'] })), ['2-4', '4-6', '8-10', '10-12']);
  assert.deepEqual(sizes(page('', { size: ['43⅓', '42', '42⅔', '41½'] })), ['41½', '42', '42⅔', '43⅓']);
  assert.deepEqual(sizes(page('', { size: ['M 10.5 / W 12', 'M 6 / W 7.5'] })), ['M 6 / W 7.5', 'M 10.5 / W 12']);
});

test('pictures that are loaded later, and those of a page that tells programs nothing', () => {
  const microdata =
    '<html><body itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">Bib</h1><img itemprop="image" src="/img/loading.svg" data-src="/a.jpg"></body></html>';
  assert.equal(read(microdata).product_image, 'https://www.tailor.example/a.jpg');
  const bare =
    '<html><body><img alt="Bib overall" data-srcset="/s.jpg 480w, /l.jpg 1200w"><h1>Bib overall</h1><p>Price: <b>$1,850.00 MXN</b></p><select name="size"><option>S<option>M</select></body></html>';
  const { product_image, price_minor, currency } = read(bare);
  assert.deepEqual([product_image, price_minor, currency], ['https://www.tailor.example/l.jpg', 185_000, 'MXN']);
});

test('a page without a product says what it is instead', () => {
  const refusal = (title: string, body = '') => {
    try {
      read(`<html><head><title>${title}</title></head><body><h1>${title}</h1>${body}</body></html>`);
    } catch (error) {
      return (error as { code: string }).code;
    }
    return null;
  };
  assert.equal(refusal('Robot Check'), 'catalog.page_refused');
  assert.equal(refusal('404 Page not found'), 'catalog.page_missing');
  assert.equal(refusal('Oxford shirt', '<p>This item is no longer available.</p>'), 'catalog.not_a_product');
  assert.equal(refusal('About us'), 'catalog.unknown_shop');
});
