import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import cookie from '@fastify/cookie';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Ports } from '#platform/area/context.ts';
import { addWebApp } from './web-app.ts';

/** An app whose one page shows what the API answered. */
const app = `
export const openPages = ({ send }) => async ({ cookie }) => {
  const answer = await send(cookie)('/v1/whoami', { headers: {} });
  return { status: 200, html: '<html>' + (await answer.text()) + '</html>', scripts: [], language: 'en' };
};
export const openSitemap = () => async () => '';
export const renderManifest = async () => ({ language: 'en', manifest: {} });
export const chooseLocale = () => ({ locale: 'en' });
export const pagesOf = () => [];
export const isOwnersPage = (pathname) => pathname.startsWith('/mine/');
export const isHoldersPage = () => false;
`;
const folder = mkdtempSync(join(tmpdir(), 'toile-pages-'));
const secret = 'a-session-that-is-due';
let server: FastifyInstance;
let asked = 0;
before(async () => {
  mkdirSync(join(folder, 'web/.vite'), { recursive: true });
  mkdirSync(join(folder, 'server'));
  writeFileSync(join(folder, 'web/.vite/manifest.json'), '{}');
  writeFileSync(join(folder, 'server/package.json'), '{"type":"module"}');
  writeFileSync(join(folder, 'server/render-page.js'), app);
  server = Fastify();
  await server.register(cookie);
  server.decorate('limits', {});
  server.decorate('inside_key', 'inside');
  // As the API does for a session that is due: whoever it knows gets their cookie anew.
  server.get('/v1/whoami', (request, reply) => {
    asked += 1;
    const session = request.cookies.toile_session;
    return reply.setCookie('toile_session', session ?? 'newcomer').send(session ?? 'nobody');
  });
  server.addHook('onRequest', async (request, reply) => {
    if (request.headers['x-breaks-the-rule']) void reply.setCookie('toile_session', secret);
  });
  const config = { PUBLIC_URL: 'http://toile.example', HOST: '127.0.0.1', PORT: 3000 };
  await addWebApp(server, { web: join(folder, 'web'), server: join(folder, 'server') }, { config } as unknown as Ports);
});
after(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const open = (url: string, headers: Record<string, string> = {}) => server.inject({ url, headers: { accept: 'text/html', ...headers } });

test('a page is written for nobody, also when somebody with a session asks first; their cookie is renewed by the API alone', async () => {
  const cookies = { cookie: `toile_session=${secret}` };
  const direct = await server.inject({ url: '/v1/whoami', headers: cookies });
  assert.match(String(direct.headers['set-cookie']), new RegExp(secret));
  asked = 0;
  for (const headers of [cookies, {}, { cookie: 'toile_session=another' }]) {
    const page = await open('/shop', headers);
    assert.equal(page.body, '<html>nobody</html>');
    assert.equal(page.headers['set-cookie'], undefined);
    assert.match(String(page.headers['cache-control']), /^public/);
    assert.match(String(page.headers.vary), /cookie/);
  }
  assert.equal(asked, 1, 'the second and the third are shown what is remembered');
});

test('a page that is too long to remember is written for nobody too', async () => {
  const page = await open(`/shop?q=${'x'.repeat(400)}`, { cookie: `toile_session=${secret}` });
  assert.equal(page.body, '<html>nobody</html>');
  assert.equal(page.headers['set-cookie'], undefined);
});

test('a page of one’s own is written for whoever comes with a cookie, each time anew, and kept by nobody', async () => {
  for (const who of ['one', 'another']) {
    const page = await open('/mine/1', { cookie: `toile_session=${who}` });
    assert.equal(page.body, `<html>${who}</html>`);
    assert.equal(page.headers['set-cookie'], undefined);
    assert.equal(page.headers['cache-control'], 'no-store');
  }
  const stranger = await open('/mine/1');
  assert.equal(stranger.body, '<html>nobody</html>');
});

test('should a cookie ever be given with a page, no cache keeps that answer, and the next visitor has none of it', async () => {
  const broken = await open('/privacy', { 'x-breaks-the-rule': 'yes' });
  assert.match(String(broken.headers['set-cookie']), new RegExp(secret));
  assert.equal(broken.headers['cache-control'], 'no-store');
  const next = await open('/privacy');
  assert.equal(next.headers['set-cookie'], undefined);
  assert.match(String(next.headers['cache-control']), /^public/);
});
