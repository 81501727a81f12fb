interface SamplePage {
  code?: string;
  name?: string;
  sizes?: readonly string[];
  price?: number;
}

/** A product page in the shape of J.Crew's, as little of it as a fitting needs; written for tests, not copied. */
export function sampleProductPage({
  code = 'TT100',
  name = 'Test oxford shirt',
  sizes = ['SMALL', 'MEDIUM', 'LARGE', 'X-LARGE'],
  price = 98,
}: SamplePage = {}): string {
  const url = sampleProductUrl(code);
  const letters: Record<string, string> = { 'X-SMALL': 'XS', SMALL: 'S', MEDIUM: 'M', LARGE: 'L', 'X-LARGE': 'XL', 'XX-LARGE': 'XXL' };
  const money = { amount: price, formatted: `$${price.toFixed(2)}` };
  const skus = Object.fromEntries(
    sizes.map((size, index) => [
      `9900${index}`,
      { colorCode: 'BL0001', colorName: 'BLUE', sizeCode: letters[size], size, orderable: true, price: money },
    ]),
  );
  const product = {
    productCode: code,
    productName: name,
    gender: 'men',
    url: new URL(url).pathname,
    baseProductCode: code,
    baseProductColorCode: 'BL0001',
    shotTypes: ['_d1'],
    productDescriptionTech: ['100% cotton.', 'Machine wash.'],
    productDescriptionFit: ['Regular fit.'],
    listPrice: money,
    sizesList: sizes,
    sizesIdMap: letters,
    skus,
    primaryCategoryId: 'mens|categories|clothing|shirts',
    colorsList: [{ price: money, colors: [{ productCode: code, code: 'BL0001', name: 'BLUE' }] }],
    priceModel: { [code]: { listPrice: money, now: money, colors: [{ salePrice: money, colorName: 'BLUE', colorCode: 'BL0001' }] } },
  };
  const state = {
    props: { initialState: { products: { productsByProductCode: { [code]: product } } } },
    page: '/pdp',
    query: { productCode: code, gender: 'mens' },
  };
  const linked = {
    '@context': 'http://schema.org',
    '@type': 'Product',
    name,
    productID: `${code}-BL0001`,
    url,
    brand: { '@type': 'Brand', name: 'J.Crew' },
    image: [`https://www.jcrew.com/s7-img-facade/${code}_BL0001`],
    offers: { '@type': 'Offer', price, priceCurrency: 'USD' },
  };
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name} | J.Crew</title><link rel="canonical" href="${url}">
<script type="application/ld+json">${JSON.stringify(linked)}</script></head><body><h1>${name}</h1>
<script id="__NEXT_DATA__" type="application/json">${JSON.stringify(state)}</script></body></html>`;
}

export const sampleProductUrl = (code = 'TT100'): string =>
  `https://www.jcrew.com/p/mens/categories/clothing/shirts/test-oxford-shirt/${code}`;
