import type { FastifyInstance } from 'fastify';
import { acceptedLanguages } from './accepted-languages.ts';
import type { Renderer } from './rendered-pages.ts';

/** No pages at all; which pages crawlers are asked to leave alone, the app says. */
const shut = ['/v1/', '/docs'];

/** A site map may be this old, in seconds: crawlers come daily. */
const sitemap_ttl_s = 600;

interface Site extends Pick<Renderer, 'personal_pages' | 'renderSitemap' | 'renderManifest'> {
  public_url: string;
}

/** Serves what is asked for beside the pages: by search engines, which pages they may read and which there are; by browsers, what the app is. */
export function addSiteFiles(server: FastifyInstance, { public_url, personal_pages, renderSitemap, renderManifest }: Site): void {
  const closed = [...shut, ...new Set(personal_pages.flatMap(addressesOf))];
  const robots = ['User-agent: *', ...closed.map((path) => `Disallow: ${path}`), '', `Sitemap: ${public_url}/sitemap.xml`, ''].join('\n');
  const cached = `public, max-age=${sitemap_ttl_s}`;
  server.get('/robots.txt', (_request, reply) => reply.header('cache-control', cached).type('text/plain; charset=utf-8').send(robots));
  server.get('/sitemap.xml', async (request, reply) => {
    const map = await request.ctx.memory.getOrMake('sitemap', sitemap_ttl_s, renderSitemap);
    return reply.header('cache-control', cached).type('application/xml; charset=utf-8').send(map);
  });
  server.get('/manifest.webmanifest', async (request, reply) => {
    const { language, manifest } = await renderManifest(acceptedLanguages(request));
    return reply
      .headers({ 'cache-control': 'no-cache', 'content-language': language, vary: 'accept-language, cookie' })
      .type('application/manifest+json; charset=utf-8')
      .send(JSON.stringify(manifest));
  });
}

/**
 * A page's addresses as robots.txt writes them (RFC 9309, 2.2.3): itself with any query, and not what only begins alike. One with
 * a secret in it needs no mention: nobody guesses it, and it shows nothing to others.
 */
const addressesOf = (page: string): string[] => (page.includes('$') ? [] : [`${page}$`, `${page}?`]);
