import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AppError } from '#platform/errors/app-error.ts';
import { isFeed, readFeedItems } from './read-feed-items.ts';
import { groupItems, readFeedProduct } from './read-feed-product.ts';

const rss = `<?xml version="1.0"?><rss xmlns:g="http://base.google.com/ns/1.0" version="2.0"><channel><title>Shop</title>
${['S', 'M']
  .map(
    (
      size,
    ) => `<item><g:id>A-${size}</g:id><g:item_group_id>A</g:item_group_id><title>Oxford shirt - Navy, ${size}</title><link>https://shop.example/oxford?size=${size}</link>
<g:image_link>https://shop.example/a.jpg</g:image_link><g:additional_image_link>https://shop.example/b.jpg</g:additional_image_link><g:price>98.00 EUR</g:price><g:sale_price>78,50 EUR</g:sale_price>
<g:availability>${size === 'S' ? 'out_of_stock' : 'in_stock'}</g:availability><g:brand>Tailor &amp; Sons</g:brand><g:size>${size}</g:size><g:size_system>EU</g:size_system><g:size_type>tall</g:size_type>
<g:color>Navy</g:color><g:gender>male</g:gender><g:age_group>adult</g:age_group><g:material>98% cotton, 2% elastane</g:material><g:google_product_category>Apparel &amp; Accessories &gt; Clothing &gt; Shirts &amp; Tops</g:google_product_category></item>`,
  )
  .join('')}</channel></rss>`;
const table = `id\ttitle\tlink\tprice\tsize\tavailability\titem_group_id\tgender
"1"\tWool coat M\thttps://shop.example/coat\t1.299,00 EUR\tM\tin stock\tC\tfemale
2\tWool coat L\thttps://shop.example/coat\t1.299,00 EUR\tL\tout of stock\tC\tfemale
3\tScarf\thttps://shop.example/scarf\t20 EUR\t\tin stock\t\tunisex
4\tNo link\t\t20 EUR\t\t\t\t`;

test('a feed is told from a list of links by how it begins', () => {
  for (const text of [rss, table, '\uFEFFid,title,link\n', '<feed xmlns="x">']) assert.ok(isFeed(text));
  for (const text of ['https://shop.example/a\nhttps://shop.example/b', '', '# links\n', 'title\tlink']) assert.ok(!isFeed(text));
});

test('RSS: variants of a group are one product with its sizes, stock, money and words', () => {
  const groups = groupItems(readFeedItems(rss));
  const product = readFeedProduct('A', groups.get('A')!);
  const {
    product_name,
    brand,
    price_minor,
    price_before_minor,
    currency,
    size_options,
    size_system,
    size_type,
    sizing,
    category,
    stretch,
    product_images,
  } = product;
  assert.deepEqual(
    { product_name, brand, price_minor, price_before_minor, currency, size_system, size_type, sizing, category, stretch },
    {
      product_name: 'Oxford shirt - Navy',
      brand: 'Tailor & Sons',
      price_minor: 7850,
      price_before_minor: 9800,
      currency: 'EUR',
      size_system: 'EU',
      size_type: 'tall',
      sizing: 'men',
      category: 'shirt',
      stretch: 'some',
    },
  );
  assert.deepEqual(size_options, [
    { label: 'S', is_available: false },
    { label: 'M', is_available: true },
  ]);
  assert.deepEqual(product_images, ['https://shop.example/a.jpg', 'https://shop.example/b.jpg']);
});

test('a table with tabs is read the same; an item without a group is a product, one without a link is refused', () => {
  const groups = groupItems(readFeedItems(table));
  assert.deepEqual([...groups.keys()], ['C', '3', '4']);
  const coat = readFeedProduct('C', groups.get('C')!);
  assert.deepEqual([coat.product_name, coat.price_minor, coat.sizing, coat.size_options.length], ['Wool coat', 129_900, 'women', 2]);
  assert.deepEqual(readFeedProduct('3', groups.get('3')!).size_options, []);
  assert.throws(
    () => readFeedProduct('4', groups.get('4')!),
    (error) => error instanceof AppError && error.code === 'catalog.not_a_product',
  );
});

test('broken feeds give what is whole, and nothing else happens', () => {
  assert.equal(readFeedItems(rss.slice(0, 1500)).length, 1);
  assert.deepEqual(
    readFeedItems('<rss><item><g:id>__proto__</g:id></item></rss>').map((item) => item.get('id')),
    [['__proto__']],
  );
  assert.throws(
    () => readFeedItems('id,title,link\n"unclosed,x,y'),
    (error) => error instanceof AppError && /line 2/.test(error.message),
  );
});
