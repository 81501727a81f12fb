import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import serveStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { notFound } from '#platform/errors/app-error.ts';
import { addPostedPage } from './posted-page.ts';

const year_s = 31_536_000;

/**
 * Serves the built web app. Files with a hash in their name are kept for a year, the page itself never;
 * addresses that are neither a file nor the API get the page, and its router decides.
 */
export async function addWebApp(server: FastifyInstance, folder: string): Promise<void> {
  const page_file = join(folder, 'index.html');
  if (!existsSync(page_file)) {
    server.log.warn(`the web app is not built (${page_file} is missing); run: npm run build`);
    return;
  }
  const page = readFileSync(page_file, 'utf8');
  await addPostedPage(server, page);
  await server.register(serveStatic, {
    root: folder,
    index: false,
    wildcard: false,
    cacheControl: false,
    setHeaders: (response, path) => {
      const is_hashed = /-[\w-]{8}\.\w+$/.test(path);
      response.header('cache-control', is_hashed ? `public, max-age=${year_s}, immutable` : 'no-cache');
    },
  });
  server.get('/*', (request, reply) => {
    const wants_page = request.headers.accept?.includes('text/html') ?? false;
    if (!wants_page || /^\/(v1|health|metrics|pictures|docs|openapi\.json|assets)(\/|$)/.test(request.url)) throw notFound('page');
    return reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page);
  });
}
