import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AppError } from '#platform/errors/app-error.ts';
import { jcrewPage, pageAround, type JcrewPage } from './jcrew-page.ts';
import { readProductPage } from '../read-product-page.ts';

const read = (page: JcrewPage, link: string | null = null) =>
  readProductPage({ html: jcrewPage(page), link: link === null ? null : new URL(link) });
const readHtml = (html: string) => readProductPage({ html, link: new URL('https://www.jcrew.com/p/mens/shirt/AB123') });
const code =
  (expected: string, words = /./) =>
  (error: unknown) => {
    assert.ok(error instanceof AppError, String(error));
    assert.equal(error.code, expected, error.message);
    assert.match(error.message, words);
    return true;
  };
const labels = (page: JcrewPage) => read(page).size_options.map(({ label }) => label);

describe('a J.Crew page', () => {
  test('is read whole: sizes, stock, colours, money, kind, cut, cloth, picture, address', () => {
    const reading = read({
      sizes: ['LARGE', 'X-SMALL', 'MEDIUM', 'SMALL'],
      in_stock: ['SMALL', 'MEDIUM'],
      list_price: 118,
      colors: [
        { code: 'WX0001', name: 'VINTAGE LILAC ', price: 84.5 },
        { code: 'WX0002', name: 'VINTAGE LILAC', price: 84.5 },
      ],
    });
    assert.deepEqual(reading, {
      retailer: 'jcrew',
      product_code: 'AB123',
      product_name: 'Plain oxford shirt',
      brand: 'J.Crew',
      product_url: 'https://www.jcrew.com/p/mens/categories/clothing/shirts/test-shirt/AB123',
      product_image: 'https://www.jcrew.com/s7-img-facade/AB123_WX0001',
      product_images: ['https://www.jcrew.com/s7-img-facade/AB123_WX0001'],
      category: 'shirt',
      sizing: 'men',
      fit: 'regular',
      stretch: 'none',
      price_minor: 8450,
      price_before_minor: 11800,
      currency: 'USD',
      is_available: true,
      colors: ['Vintage Lilac'],
      materials: ['100% cotton'],
      size_options: [
        { label: 'XS', is_available: false },
        { label: 'S', is_available: true },
        { label: 'M', is_available: true },
        { label: 'L', is_available: false },
      ],
      size_system: null,
      size_notation: 'letters',
      size_type: null,
      charts: [],
      quality: [],
    });
  });

  test('tall sizes are read from the words J.Crew uses, each after its regular one', () => {
    assert.deepEqual(labels({ sizes: ['TALL LARGE', 'X LARGE-TALL', 'TALL SIZE MEDIUM', 'LARGE', 'MEDIUM'] }), [
      'M',
      'M-T',
      'L',
      'L-T',
      'XL-T',
    ]);
  });

  test('the price is that of the colour shown; a span is said', () => {
    const reading = read({
      colors: [
        { code: 'A1', name: 'RED', price: 69.5 },
        { code: 'B2', name: 'BLUE', price: 45.99 },
      ],
      list_price: 98,
    });
    assert.deepEqual([reading.price_minor, reading.price_before_minor], [6950, 9800]);
    assert.deepEqual(
      reading.quality.map((note) => note.code),
      ['price_spans'],
    );
    assert.match(reading.quality[0]!.message, /\$45\.99 to \$69\.50/);
  });

  test('a family page gives the product of the colour in the link, else of the page, else its first', () => {
    const family: JcrewPage = {
      code: 'MP600',
      children: {
        BE163: { colors: [{ code: 'C1', name: 'NAVY', price: 10 }] },
        BE164: { colors: [{ code: 'C2', name: 'ECRU', price: 20 }] },
      },
    };
    const at = 'https://www.jcrew.com/m/mens/shirts/slug/MP600';
    assert.equal(read(family, `${at}?colorProductCode=BE164`).product_code, 'BE164');
    assert.equal(read({ ...family, query: { colorProductCode: 'BE164' } }, at).product_code, 'BE164');
    assert.equal(read(family, at).product_code, 'BE163');
    assert.equal(read(family, `${at}?colorProductCode=__proto__`).product_code, 'BE163');
    const reading = read(family, `${at}?colorProductCode=BE164`);
    assert.deepEqual([reading.price_minor, reading.colors], [2000, ['Ecru']]);
    assert.match(reading.product_url, /colorProductCode=BE164$/, 'the stored link leads to the same product');
  });

  test('another cut is another product, chosen by the link even when the page opened on the usual one', () => {
    const page: JcrewPage = {
      fit: 'Classic',
      variations: {
        Classic: { code: 'AB123' },
        Slim: { code: 'CD456', name: 'Slim oxford shirt' },
        Tall: { code: 'EF789', sizes: ['TALL LARGE'] },
      },
    };
    const slim = read(page, 'https://www.jcrew.com/p/mens/shirt/AB123?fit=Slim');
    assert.deepEqual([slim.product_code, slim.fit, slim.product_name], ['CD456', 'slim', 'Slim oxford shirt']);
    assert.match(slim.product_url, /\?fit=Slim$/);
    const usual = read(page, 'https://www.jcrew.com/p/mens/shirt/AB123');
    assert.deepEqual([usual.product_code, usual.fit], ['AB123', 'regular']);
    assert.match(usual.quality.find((note) => note.code === 'several_fits')!.message, /Slim, Tall/);
  });

  test('a page pasted without its address says itself what it is; with none at all a link is asked for', () => {
    assert.equal(read({}).product_code, 'AB123');
    assert.throws(() => readProductPage({ html: '<html><head></head>', link: null }), code('catalog.bad_link', /Give the link/));
  });

  test('a page that still holds another product’s data is refused, not mixed up', () => {
    assert.throws(() => read({ code: 'AB123' }, 'https://www.jcrew.com/p/mens/shirt/ZZ999'), code('catalog.not_a_product', /Reload/));
  });

  test('what is doubtful is noted in words', () => {
    const reading = read({ name: 'Thing', breadcrumbs: [], path: 'x', gender: 'boys', colors: [], in_stock: [], list_price: -3 });
    assert.deepEqual(reading.quality.map((note) => note.code).toSorted(), [
      'no_image',
      'no_price',
      'out_of_stock',
      'unknown_category',
      'unknown_sizing',
    ]);
    assert.ok(reading.quality.every(({ message }) => message.length > 20));
  });
});

describe('a page that is not what it should be', () => {
  test('a listing, a page without sizes, broken or missing data: each says what to do', () => {
    const listing = pageAround(
      JSON.stringify({ props: { initialState: { products: { productsByProductCode: {} } } }, page: '/plp', query: {} }),
    );
    assert.throws(() => readHtml(listing), code('catalog.not_a_product', /Open the product itself/));
    assert.throws(() => read({ sizes: [], in_stock: [] }), code('catalog.no_sizes'));
    assert.throws(() => readHtml(pageAround('{"props": {"initialState')), code('catalog.not_a_product'));
    const shell = pageAround('{broken').replace(
      '</head>',
      '<script type="application/ld+json">{"@type":"Product","name":"Shirt"}</script></head>',
    );
    assert.throws(() => readHtml(shell), code('catalog.no_sizes', /bookmarklet/));
  });

  test('what has no tag in it is no page', () => {
    for (const html of ['', 'just words', '{"a": 1}', '\u0000\u0001', '<<<<', '< html >', 'a < b and c > d']) {
      assert.throws(() => readHtml(html), code('catalog.not_a_page', /page source/), html);
    }
  });

  test('values of the wrong kind are left out; the rest is read', () => {
    assert.throws(() => read({ name: 42 }), code('catalog.not_a_product'));
    assert.equal(read({ list_price: 'much' }).price_minor, 9800);
    const wild = {
      productName: 'Shirt',
      sizesList: ['SMALL', 7, null],
      sizesIdMap: [],
      skus: { a: null, b: 5, c: { size: 'SMALL', price: 'x' } },
      colorsList: 'none',
      variations: 3,
      fit: {},
    };
    const reading = readHtml(
      pageAround(JSON.stringify({ props: { initialState: { products: { productsByProductCode: { AB123: wild } } } }, query: {} })),
    );
    assert.deepEqual(reading.size_options, [{ label: 'S', is_available: true }]);
  });

  test('absurd prices are no prices', () => {
    for (const price of [0, -1, 1e9, Number.MAX_VALUE, 1e308 * 10]) {
      const reading = read({ colors: [{ code: 'A1', name: 'RED', price }], list_price: price });
      assert.deepEqual([reading.price_minor, reading.currency], [null, null], String(price));
    }
  });

  test('money follows its currency: yen have no minor unit, dinars a thousand', () => {
    const priced = (currency: string) => read({ currency, colors: [{ code: 'A1', name: 'RED', price: 98 }] }).price_minor;
    assert.deepEqual([priced('JPY'), priced('EUR'), priced('KWD'), priced('no money')], [98, 9800, 98_000, null]);
  });

  test('ten thousand sizes are no garment', () => {
    assert.throws(() => read({ sizes: Array.from({ length: 10_000 }, (_, i) => `S${i}`), in_stock: [] }), code('catalog.not_a_product'));
    assert.throws(() => read({ sizes: Array.from({ length: 10_000 }, (_, i) => `S${i}`) }), code('catalog.not_a_product'));
  });

  test('names keep their tags as plain text, bounded, on one line', () => {
    const reading = read({
      name: '<script>alert(1)</script>\n\u202eShirt &amp; tie &quot;x&quot;',
      colors: [{ code: 'A', name: `<img src=x> ${'a'.repeat(500)}`, price: 1 }],
    });
    assert.equal(reading.product_name, '<script>alert(1)</script> Shirt & tie "x"');
    assert.equal(reading.colors[0]!.length, 60);
    assert.equal(read({ name: 'x'.repeat(100_000) }).product_name.length, 200);
  });

  test('keys that reach for prototypes reach nothing', () => {
    const hostile =
      '{"props":{"initialState":{"products":{"productsByProductCode":{"__proto__":{"productName":"x","polluted":true},"constructor":{"prototype":{}}}}}},"query":{"productCode":"__proto__"},"__proto__":{"polluted":true}}';
    assert.throws(
      () => readProductPage({ html: pageAround(hostile, { code: 'AB123' }), link: new URL('https://www.jcrew.com/p/x/toString') }),
      AppError,
    );
    assert.throws(() => readHtml(pageAround(hostile)), AppError);
    assert.deepEqual(labels({ sizes: ['__proto__', 'SMALL', 'constructor'] }).toSorted(), ['S', 'constructor']);
    assert.equal(({} as { polluted?: boolean }).polluted, undefined);
  });

  test('four times as many nested tags, brackets or attributes take about four times as long, not sixteen', () => {
    const big: ((share: number) => string)[] = [
      (share) => '<div>'.repeat(1_000_000 * share),
      (share) => `<html>${'<a '.repeat(1_600_000 * share)}`,
      (share) => `<html ${'a="b" '.repeat(800_000 * share)}>`,
      (share) => pageAround('['.repeat(5_000_000 * share)),
      (share) => `<html><!--${'-'.repeat(5_000_000 * share)}`,
      (share) => '<script>'.repeat(600_000 * share),
    ];
    /** Processor time in ms, because the machine may be busy with other things; the least of three, because it also collects garbage. */
    const costOf = (html: string): number =>
      Math.min(
        ...[1, 2, 3].map(() => {
          const before = process.cpuUsage();
          assert.throws(() => readHtml(html), AppError);
          return process.cpuUsage(before).user / 1000;
        }),
      );
    /** Less than this is noise, ms. */
    const noise_ms = 40;
    for (const write of big) {
      const [quarter, whole] = [costOf(write(0.25)), costOf(write(1))];
      assert.ok(whole < 10 * Math.max(quarter, noise_ms), `${write(0.00001).slice(0, 20)}: ${quarter} ms, then ${whole} ms`);
    }
  });
});
