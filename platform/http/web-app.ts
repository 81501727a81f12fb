import serveStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Ports } from '#platform/area/context.ts';
import { publicUrl } from '#platform/config/config.ts';
import { notFound } from '#platform/errors/app-error.ts';
import { addLanguageForm } from './choose-language.ts';
import { addPostedPage } from './posted-page.ts';
import { addSiteFiles } from './site-files.ts';
import { type BuiltApp, type RenderPage, type RenderedPage, openRenderedPages } from './rendered-pages.ts';

const year_s = 31_536_000;
/** Addresses of programs: whoever asks for one that is not there gets an error, not a page. */
const not_a_page = /^\/(v1|health|metrics|docs|openapi\.json|assets|pictures)(\/|\?|$)|^\/[\w-]+\.\w{2,11}$/;

/**
 * Serves the built web app. Files with a hash in their name are kept for a year; every other address is a page, rendered here
 * as far as it is public, and its router decides what it is.
 */
export async function addWebApp(server: FastifyInstance, built: BuiltApp, ports: Ports): Promise<void> {
  const renderer = await openRenderedPages(server, built, ports);
  if (!renderer) {
    server.log.warn(`the web app is not built (${built.web}); run: npm run build`);
    return;
  }
  await addPostedPage(server, renderer.renderPage);
  await addLanguageForm(server, { config: ports.config, chooseLocale: renderer.chooseLocale });
  addSiteFiles(server, { ...renderer, public_url: publicUrl(ports.config) });
  await server.register(serveStatic, {
    root: built.web,
    index: false,
    wildcard: false,
    cacheControl: false,
    preCompressed: true,
    setHeaders: (response, path) => {
      // A packed copy lies beside its file under a longer name.
      const is_hashed = /-[\w-]{8}\.\w+$/.test(path.replace(/\.(br|gz)$/, ''));
      response.header('cache-control', is_hashed ? `public, max-age=${year_s}, immutable` : 'no-cache');
    },
  });
  await server.register((scope, _options, done) => {
    scope.addHook('onSend', keepCookiesFromCaches);
    scope.get('/*', server.limits.page ? { onRequest: server.limits.page } : {}, (request, reply) =>
      answerPage(request, reply, renderer.renderPage),
    );
    done();
  });
}

/** Nothing gives a cookie with a page. Should it ever, no cache may hand it to somebody else. */
async function keepCookiesFromCaches(_request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (reply.hasHeader('set-cookie')) reply.header('cache-control', 'no-store');
}

async function answerPage(request: FastifyRequest, reply: FastifyReply, render: RenderPage): Promise<FastifyReply> {
  // Crawlers and link previews accept anything; only who asks for data gets an error as data.
  const wants_page = /text\/html|\*\/\*/.test(request.headers.accept ?? '*/*');
  if (!wants_page || not_a_page.test(request.url)) throw notFound('page');
  return sendPage(reply, await render(request));
}

/** Sends a rendered page. Shared caches may keep a public one shortly: it is the same for everybody who reads its language. */
export function sendPage(reply: FastifyReply, { status, location, html, policy, language, is_personal }: RenderedPage): FastifyReply {
  if (location) return reply.redirect(location, status);
  return reply
    .code(status)
    .headers({
      'cache-control': status === 200 && !is_personal ? 'public, max-age=0, s-maxage=30, stale-while-revalidate=60' : 'no-store',
      'content-security-policy': policy,
      'content-language': language,
      vary: 'accept-language, cookie',
      // One that its address opens to whoever has it is for them, and in no list.
      ...(is_personal ? { 'x-robots-tag': 'noindex, nofollow' } : {}),
    })
    .type('text/html; charset=utf-8')
    .send(html);
}
