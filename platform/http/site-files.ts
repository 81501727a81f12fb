import type { FastifyInstance } from 'fastify';

/** What is nobody's business but the visitor's, or no page at all. A fitting is not named: strangers, crawlers too, find nothing there. */
const shut = ['/v1/', '/profile', '/sign-in', '/sign-up', '/hand-over', '/share$', '/share?', '/operator', '/docs'];

/** A site map may be this old, in seconds: crawlers come daily. */
const sitemap_ttl_s = 600;

/** Serves what search engines ask for before any page: which pages they may read, and which there are. */
export function addSiteFiles(
  server: FastifyInstance,
  { public_url, renderSitemap }: { public_url: string; renderSitemap: () => Promise<string> },
): void {
  const robots = ['User-agent: *', ...shut.map((path) => `Disallow: ${path}`), '', `Sitemap: ${public_url}/sitemap.xml`, ''].join('\n');
  const cached = `public, max-age=${sitemap_ttl_s}`;
  server.get('/robots.txt', (_request, reply) => reply.header('cache-control', cached).type('text/plain; charset=utf-8').send(robots));
  server.get('/sitemap.xml', async (request, reply) => {
    const map = await request.ctx.memory.getOrMake('sitemap', sitemap_ttl_s, renderSitemap);
    return reply.header('cache-control', cached).type('application/xml; charset=utf-8').send(map);
  });
}
