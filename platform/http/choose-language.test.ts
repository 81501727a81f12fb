import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import cookie from '@fastify/cookie';
import Fastify, { type FastifyInstance } from 'fastify';
import { addLanguageForm } from './choose-language.ts';
import { answerError } from './error-answer.ts';

let server: FastifyInstance;
before(async () => {
  server = Fastify();
  server.setErrorHandler(answerError);
  await server.register(cookie);
  server.decorate('limits', {});
  const spoken = /^(en|fr|de)(-CH)?$/;
  const chooseLocale = (languages: readonly string[]) => ({ locale: languages.find((tag) => spoken.test(tag)) ?? 'en' });
  await addLanguageForm(server, { config: { ENVIRONMENT: 'test' }, chooseLocale });
});
after(() => server.close());

const choose = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  server.inject({
    method: 'POST',
    url: '/language',
    payload: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', ...headers },
  });

test('a choice is kept on the device and leads back to the page, with what the page was asked', async () => {
  const answer = await choose({ language: 'fr', back: '/shop?category=dress&size=M' });
  assert.equal(answer.statusCode, 303);
  assert.equal(answer.headers.location, '/shop?category=dress&size=M');
  assert.equal(answer.headers['cache-control'], 'no-store');
  assert.match(String(answer.headers['set-cookie']), /^toile_language=fr; Max-Age=31536000; Path=\/; SameSite=Lax$/);
});

test('the region that the browser names for the language is kept with it', async () => {
  const answer = await choose({ language: 'de', back: '/' }, { 'accept-language': 'fr-CH, de-CH;q=0.8' });
  assert.match(String(answer.headers['set-cookie']), /^toile_language=de-CH;/);
});

test('whatever is sent as the way back, it leads to no other site', async () => {
  for (const back of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    '/.//evil.example',
    '\t//evil.example',
    '',
  ])
    assert.equal((await choose({ language: 'fr', back })).headers.location, '/', back);
});

test('a language that nobody speaks here is English; nothing of what was sent gets into the cookie', async () => {
  const answer = await choose({ language: 'x; Domain=evil.example', back: '/' });
  assert.match(String(answer.headers['set-cookie']), /^toile_language=en; Max/);
});

test('another site may not choose, nor may a form that is too long or none', async () => {
  const foreign = await choose({ language: 'fr' }, { 'sec-fetch-site': 'cross-site' });
  assert.equal(foreign.json().error.code, 'request.invalid');
  assert.equal(foreign.headers['set-cookie'], undefined);
  assert.equal((await choose({ language: 'fr', back: `/${'x'.repeat(9000)}` })).statusCode, 413);
  assert.equal((await choose({ language: 'fr' }, { 'content-type': 'text/plain' })).statusCode, 415);
});
