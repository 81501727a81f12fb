import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '#platform/errors/app-error.ts';
import { answerError } from './error-answer.ts';
import type { RenderPage } from './rendered-pages.ts';

/** A page of 5 MB (the limit of `page_html`), with room for its address and for line ends, which forms write as two bytes. In bytes. */
const body_max_bytes = 6_000_000;
/** Of an address, in characters, as the API takes one. */
const url_max = 2000;

/**
 * Answers a form that another site's page sends to `/hand-over` with our own page, in which what was sent lies as inert
 * data beside the sender's origin. Nothing is kept and nobody is acted for: no cookie is read, and what comes of it is up
 * to the app in the shopper's browser. See docs/decisions/012-handing-a-page-over.md.
 */
export async function addPostedPage(server: FastifyInstance, render: RenderPage): Promise<void> {
  await server.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('text/plain', { parseAs: 'string', bodyLimit: body_max_bytes }, (_request, body, parsed) =>
      parsed(null, body),
    );
    scope.setErrorHandler((error, request, reply) => answerTrouble(error, { request, reply, render }));
    scope.post('/hand-over', server.limits.address ? { onRequest: server.limits.address } : {}, (request, reply) =>
      sendHolding({ request, reply, render }, { ...readForm(String(request.body)), origin: request.headers.origin ?? null }),
    );
    done();
  });
}

/** Whoever sent too much, or too often, is a shopper in front of a browser tab: the app says so there. */
async function answerTrouble(error: unknown, visit: Visit): Promise<FastifyReply> {
  const { request, reply } = visit;
  const status = error instanceof AppError ? error.status : (error as { statusCode?: number }).statusCode;
  if (status === 413) {
    reply.code(413);
    return sendHolding(visit, { trouble: 'too_large' });
  }
  if (status === 429) {
    reply.code(429);
    return sendHolding(visit, { trouble: 'too_often' });
  }
  return answerError(error, request, reply);
}

interface Visit {
  request: FastifyRequest;
  reply: FastifyReply;
  render: RenderPage;
}

/** The page that a browser gets at this address, with what was sent in it; nobody else is shown it. */
async function sendHolding({ request, reply, render }: Visit, posted: object): Promise<FastifyReply> {
  const { html, policy } = await render(request);
  return reply
    .headers({ 'cache-control': 'no-store', 'content-security-policy': policy })
    .type('text/html; charset=utf-8')
    .send(holdPosted(html, posted));
}

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
  return page.replace('</head>', (end) => `<script type="application/json" id="posted">${data}</script>${end}`);
}
