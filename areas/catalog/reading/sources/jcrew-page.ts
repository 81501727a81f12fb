/** What a J.Crew-like page should tell; everything has a default, so that a test names only what it is about. */
export interface JcrewPage {
  code?: string;
  name?: unknown;
  brand?: string;
  gender?: string;
  path?: string;
  sizes?: string[];
  /** Sizes that sell; all when absent. */
  in_stock?: string[];
  colors?: { code: string; name: string; price: number }[];
  list_price?: unknown;
  fit?: string | null;
  fit_sentences?: string[];
  cloth?: string[];
  breadcrumbs?: string[];
  currency?: string;
  /** Other cuts the page holds, by label. */
  variations?: Record<string, JcrewPage>;
  /** Products of a family page by code; the page then carries `code` (MP…) itself. */
  children?: Record<string, JcrewPage>;
  query?: Record<string, string>;
}

const ids: Record<string, string> = {
  'XX-SMALL': 'XXS',
  'X-SMALL': 'XS',
  SMALL: 'S',
  MEDIUM: 'M',
  LARGE: 'L',
  'X-LARGE': 'XL',
  'XX-LARGE': 'XXL',
  'TALL SIZE MEDIUM': 'M-T',
  'TALL LARGE': 'L-T',
  'X LARGE-TALL': 'XL-T',
};

/** Draws a small product page in the shape of J.Crew's, for tests: ours in every word, real in its structure. */
export function jcrewPage(page: JcrewPage = {}): string {
  const code = page.code ?? 'AB123';
  const entry = page.children
    ? familyOf(code, page, page.children)
    : { ...detailsOf({ ...page, code }), variationsData: variationsOf(page, code) };
  const next_data = {
    props: {
      initialState: {
        country: { countryObj: { currencies: { currencyItem: page.currency ?? 'USD' } } },
        products: { productsByProductCode: { [code]: entry } },
      },
    },
    page: '/pdp',
    query: { productCode: code, categoryAndProductPath: page.path ?? 'categories/clothing/shirts/test-shirt', ...page.query },
  };
  // As the shop does, so that no text can end the script.
  return pageAround(JSON.stringify(next_data).replaceAll('<', '\\u003c'), {
    code,
    breadcrumbs: page.breadcrumbs ?? ['Home', 'men', 'casual shirts'],
    is_family: page.children !== undefined,
  });
}

function familyOf(code: string, page: JcrewPage, children: Record<string, JcrewPage>): object {
  const child = Object.fromEntries(
    Object.entries(children).map(([key, one]) => [key, { details: detailsOf({ ...page, ...one, children: undefined, code: key }) }]),
  );
  return { productCode: code, child, selectedProductCode: page.query?.['colorProductCode'], variationsData: null };
}

const variationsOf = (page: JcrewPage, code: string) =>
  page.variations &&
  Object.fromEntries(
    Object.entries(page.variations).map(([label, one]) => [
      label,
      { ...detailsOf({ ...page, ...one, fit: label }), productCode: code, variationProductCode: one.code },
    ]),
  );

function detailsOf(page: JcrewPage): object {
  const { code = 'AB123', name = 'Plain oxford shirt', sizes = ['SMALL', 'MEDIUM', 'LARGE'], list_price = 98, fit = null } = page;
  const colors = page.colors ?? [{ code: 'WX0001', name: 'SKY BLUE', price: 98 }];
  const sold = colors.flatMap((color) =>
    (page.in_stock ?? sizes).map(
      (size, i) =>
        [
          `${color.code}${i}`,
          {
            colorCode: color.code,
            colorName: color.name,
            sizeCode: ids[size] ?? size,
            size,
            orderable: true,
            price: { amount: color.price },
          },
        ] as const,
    ),
  );
  return {
    productCode: code,
    variationProductCode: code,
    productName: name,
    brand: page.brand ?? '',
    gender: page.gender ?? 'men',
    url: `/p/mens/${page.path ?? 'categories/clothing/shirts/test-shirt'}/${code}?display=standard`,
    listPrice: { amount: list_price },
    sizesList: sizes,
    sizesIdMap: ids,
    skus: Object.fromEntries(sold),
    selectedColorCode: colors[0]?.code,
    defaultColorCode: colors[0]?.code,
    colorsList: [{ colors: colors.map((color) => ({ productCode: code, code: color.code, name: color.name })) }],
    productDescriptionTech: page.cloth ?? ['100% cotton.', 'Machine wash.'],
    productDescriptionFit: page.fit_sentences ?? ['Classic fit.'],
    styleStretch: '',
    fit,
    variations: Object.keys(page.variations ?? {}).map((label) => ({ label })),
  };
}

interface Around {
  code: string;
  breadcrumbs: string[];
  is_family: boolean;
}

/** Puts `__NEXT_DATA__` into a page; also with JSON of a test's own, broken or hostile. */
export function pageAround(next_data: string, { code = 'AB123', breadcrumbs = [], is_family = false }: Partial<Around> = {}): string {
  const address = `https://www.jcrew.com/${is_family ? 'm' : 'p'}/mens/${code}`;
  const list = {
    '@type': 'BreadcrumbList',
    itemListElement: breadcrumbs.map((name, i) => ({ '@type': 'ListItem', position: i + 1, item: { name } })),
  };
  return `<!DOCTYPE html><html><head><title>Test</title><link rel="canonical" href="${address}">
<script type="application/ld+json">${JSON.stringify(list)}</script></head><body><div id="__next"></div>
<script id="__NEXT_DATA__" type="application/json">${next_data}</script></body></html>`;
}
