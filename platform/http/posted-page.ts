import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '#platform/errors/app-error.ts';
import { answerError } from './error-answer.ts';

/** A page of 5 MB (the limit of `page_html`), with room for its address and for line ends, which forms write as two bytes. In bytes. */
const body_max_bytes = 6_000_000;
/** Of an address, in characters, as the API takes one. */
const url_max = 2000;

/**
 * Answers a form that another site's page sends to `/hand-over` with our own page, in which what was sent lies as inert
 * data beside the sender's origin. Nothing is kept and nobody is acted for: no cookie is read, and what comes of it is up
 * to the app in the shopper's browser. See docs/decisions/012-handing-a-page-over.md.
 */
export async function addPostedPage(server: FastifyInstance, page: string): Promise<void> {
  await server.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('text/plain', { parseAs: 'string', bodyLimit: body_max_bytes }, (_request, body, parsed) =>
      parsed(null, body),
    );
    scope.setErrorHandler((error, request, reply) => answerTrouble(error, { request, reply, page }));
    scope.post('/hand-over', server.limits.address ? { onRequest: server.limits.address } : {}, (request, reply) =>
      sendPage(reply, holdPosted(page, { ...readForm(String(request.body)), origin: request.headers.origin ?? null })),
    );
    done();
  });
}

/** Whoever sent too much, or too often, is a shopper in front of a browser tab: the app says so there. */
function answerTrouble(
  error: unknown,
  { request, reply, page }: { request: FastifyRequest; reply: FastifyReply; page: string },
): FastifyReply {
  const status = error instanceof AppError ? error.status : (error as { statusCode?: number }).statusCode;
  if (status === 413) return sendPage(reply.code(413), holdPosted(page, { trouble: 'too_large' }));
  if (status === 429) return sendPage(reply.code(429), holdPosted(page, { trouble: 'too_often' }));
  return answerError(error, request, reply);
}

const sendPage = (reply: FastifyReply, page: string): FastifyReply =>
  reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page);

/** A form sent as text/plain: a line each, unescaped. The page is the last field, so it may hold anything. */
function readForm(body: string): { url: string; html: string } {
  const [url_field, html_field] = ['url=', 'html='];
  const line_end = body.indexOf('\r\n');
  const is_form = body.startsWith(url_field) && line_end < url_max + url_field.length && body.startsWith(html_field, line_end + 2);
  if (!is_form)
    throw new AppError('request.invalid', { message: 'This is not what the bookmark sends. Press it again on the garment’s page.' });
  return { url: body.slice(url_field.length, line_end), html: body.slice(line_end + 2 + html_field.length).trimEnd() };
}

/** Data, not a program: of this type nothing is run, and no `<` is left that could end the element. */
function holdPosted(page: string, posted: object): string {
  const data = JSON.stringify(posted).replaceAll('<', '\\u003c');
  return page.replace('<div id="root">', (root) => `<script type="application/json" id="posted">${data}</script>${root}`);
}
