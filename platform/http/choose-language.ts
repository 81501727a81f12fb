import type { FastifyInstance } from 'fastify';
import type { Config } from '#platform/config/config.ts';
import { AppError } from '#platform/errors/app-error.ts';
import { acceptedLanguages, language_cookie } from './accepted-languages.ts';
import type { Renderer } from './rendered-pages.ts';

const year_s = 365 * 24 * 3600;
/** A language and an address of ours; longer is somebody playing. In bytes. */
const body_max_bytes = 8192;

/**
 * Takes the choice of a language from browsers without scripts, keeps it on the device as the app would, and leads back to
 * the page it was made on. Nobody is acted for; another site may not choose all the same.
 */
export async function addLanguageForm(
  server: FastifyInstance,
  { config, chooseLocale }: { config: Pick<Config, 'ENVIRONMENT'> } & Pick<Renderer, 'chooseLocale'>,
): Promise<void> {
  await server.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: body_max_bytes },
      (_request, body, parsed) => parsed(null, new URLSearchParams(String(body))),
    );
    scope.post('/language', server.limits.page ? { onRequest: server.limits.page } : {}, (request, reply) => {
      const site = request.headers['sec-fetch-site'];
      if (site !== undefined && site !== 'same-origin')
        throw new AppError('request.invalid', { message: 'Choose a language on a page of Toile itself.' });
      const form = request.body as URLSearchParams;
      const wanted = form.get('language') ?? '';
      // With the region that the browser names for it, where it names one.
      const { locale } = chooseLocale([...acceptedLanguages(request).filter((tag) => tag.startsWith(`${wanted}-`)), wanted]);
      return reply
        .setCookie(language_cookie, locale, { path: '/', maxAge: year_s, sameSite: 'lax', secure: config.ENVIRONMENT === 'production' })
        .header('cache-control', 'no-store')
        .redirect(addressHere(form.get('back') ?? ''), 303);
    });
    done();
  });
}

/** An address of ours, whatever was sent: never another site's. */
function addressHere(back: string): string {
  const home = 'http://here.invalid';
  if (!back.startsWith('/') || !URL.canParse(back, home)) return '/';
  const { origin, pathname, search } = new URL(back, home);
  // Two strokes at the beginning would name a host.
  return origin === home && !pathname.startsWith('//') ? pathname + search : '/';
}
