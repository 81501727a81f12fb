import { type Client, type Send, createClient } from '#contract/client.ts';
import { pagesOf } from '#web/pages.ts';

/** As many addresses as one site map may hold (sitemaps.org). */
const urls_max = 50_000;

/** Public pages that are there whatever is sold. */
const lasting = pagesOf('public').filter((path) => !path.includes('$'));

/** Makes the function that lists every public page, with when it last changed. */
export function openSitemap({ public_url, send }: { public_url: string; send: Send }): () => Promise<string> {
  const api = createClient({ base_url: '', fetch: send });
  return async () => {
    const [products, { boutiques }] = await Promise.all([listProducts(api), api('GET /v1/boutiques', {})]);
    const entries = [
      ...lasting.map((path) => ({ path, changed_at: null })),
      ...boutiques.map(({ slug, updated_at }) => ({ path: `/boutiques/${slug}`, changed_at: updated_at })),
      ...products.map(({ slug, updated_at }) => ({ path: `/shop/${slug}`, changed_at: updated_at })),
    ];
    const urls = entries.map(({ path, changed_at }) => {
      const changed = changed_at === null ? '' : `<lastmod>${changed_at.slice(0, 10)}</lastmod>`;
      return `<url><loc>${escapeXml(public_url + path)}</loc>${changed}</url>`;
    });
    return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`;
  };
}

async function listProducts(api: Client): Promise<{ slug: string; updated_at: string }[]> {
  const found: { slug: string; updated_at: string }[] = [];
  let cursor: string | null = null;
  do {
    const query: { limit: number; cursor?: string } = { limit: 5000, ...(cursor === null ? {} : { cursor }) };
    const page: { products: typeof found; next_cursor: string | null } = await api('GET /v1/products/sitemap', { query });
    found.push(...page.products);
    cursor = page.next_cursor;
  } while (cursor !== null && found.length < urls_max);
  return found.slice(0, urls_max);
}

const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
