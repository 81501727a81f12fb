import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import Fastify, { type FastifyInstance } from 'fastify';
import { AppError } from '#platform/errors/app-error.ts';
import { addPostedPage } from './posted-page.ts';

const our_page = '<html><head></head><body><script type="module" src="/main.js"></script></body></html>';
let server: FastifyInstance;
let is_too_often = false;
before(async () => {
  server = Fastify();
  server.decorate('limits', {
    address: () => (is_too_often ? Promise.reject(new AppError('request.too_many', { message: 'Wait.' })) : Promise.resolve()),
  });
  server.decorateRequest('ctx');
  await addPostedPage(server, async () => ({
    status: 200,
    html: our_page,
    policy: "default-src 'self'",
    language: 'en',
    is_personal: false,
  }));
});
after(() => server.close());

const post = (payload: string, headers: Record<string, string> = {}) =>
  server.inject({ method: 'POST', url: '/hand-over', payload, headers: { 'content-type': 'text/plain;charset=UTF-8', ...headers } });
const form = (url: string, html: string) => `url=${url}\r\nhtml=${html}\r\n`;
const heldIn = (body: string) => JSON.parse(/<script type="application\/json" id="posted">(.*?)<\/script>/s.exec(body)?.[1] ?? 'null');

test('what was sent lies in our page as inert data, beside the sender that the browser names', async () => {
  const html = '<p>\r\nurl=x\r\nhtml=</script><script>alert(1)</script><!-- $& é';
  const answer = await post(form('https://shop.example/p/1', html), { origin: 'https://shop.example' });
  assert.equal(answer.statusCode, 200);
  assert.deepEqual(heldIn(answer.body), { url: 'https://shop.example/p/1', html, origin: 'https://shop.example' });
  assert.equal(answer.body.match(/<script/g)?.length, 2, 'only the data and our own program');
  assert.match(String(answer.headers['content-type']), /^text\/html/);
  assert.equal(answer.headers['cache-control'], 'no-store');
});

test('a sender that hides is null, and no cookie is set for anybody', async () => {
  const answer = await post(form('https://shop.example/p/1', '<p>'));
  assert.equal(heldIn(answer.body).origin, null);
  assert.equal(answer.headers['set-cookie'], undefined);
});

test('a page over the limit, and one too many, are said on our page', async () => {
  const large = await post(form('https://shop.example/', 'x'.repeat(6_000_001)));
  assert.equal(large.statusCode, 413);
  assert.deepEqual(heldIn(large.body), { trouble: 'too_large' });
  is_too_often = true;
  const often = await post(form('https://shop.example/', '<p>'));
  is_too_often = false;
  assert.equal(often.statusCode, 429);
  assert.deepEqual(heldIn(often.body), { trouble: 'too_often' });
});

test('anything but the bookmark’s form is refused', async () => {
  for (const body of [
    '',
    'html=<p>\r\nurl=https://shop.example/\r\n',
    `url=${'x'.repeat(3000)}\r\nhtml=<p>`,
    'url=https://shop.example/html=<p>',
  ])
    assert.equal((await post(body)).json().error.code, 'request.invalid');
  assert.equal((await post('{}', { 'content-type': 'application/json' })).statusCode, 415);
});
