import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { AppError } from '#platform/errors/app-error.ts';
import { default_timeouts, fetchPinned } from './fetch-pinned.ts';
import { makeOutbound } from './make-outbound.ts';
import { pinAddress } from './pin-address.ts';
import { testConnection } from '#platform/testing/test-database.ts';
import { html, testShop, type TestShop } from '#platform/testing/test-shop.ts';

let database: Awaited<ReturnType<typeof testConnection>>;
before(async () => {
  database = await testConnection();
});
after(() => database.close());

const never = new AbortController().signal;
const code = (expected: string) => (error: unknown) => {
  assert.ok(error instanceof AppError, String(error));
  assert.equal(error.code, expected, `${error.message} (${error.detail})`);
  return true;
};

describe('the guard of outbound, without any allowance', () => {
  const resolved: string[] = [];
  const guarded = (addresses: readonly string[] | Error) =>
    makeOutbound({
      user_agent: 'ToileBot/0.1',
      clock: { now: () => new Date() },
      db: database.db,
      wait: () => Promise.resolve(),
      resolve: (host) => {
        resolved.push(host);
        return addresses instanceof Error ? Promise.reject(addresses) : Promise.resolve(addresses);
      },
    });

  test('what is no http link is refused before anything is resolved', async () => {
    const links = [
      '',
      'broken-in oxford',
      'ftp://shop.example/a',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'data:text/html,x',
      '//shop.example',
      'http://',
      'https://user@shop.example/',
      'https://user:pass@shop.example/',
      'http://shop.example:8080/',
      'http://shop.example:22/',
      `https://shop.example/${'a'.repeat(2000)}`,
    ];
    for (const link of links) await assert.rejects(guarded(['8.8.8.8']).readPage(link, never), code('catalog.bad_link'), link);
    assert.deepEqual(resolved, []);
  });

  test('a public address in place of a name is no link to a shop, in every spelling', async () => {
    const resolved_before = resolved.length;
    for (const host of ['8.8.8.8', '8.8.8.8.', '8.8.8.8..', '134744072', '0x08080808', '8.8.2056', '８.8.8.8', '[2606:4700::1111]', '.'])
      await assert.rejects(guarded(['8.8.8.8']).readPage(`http://${host}/`, never), code('catalog.bad_link'), host);
    assert.equal(resolved.length, resolved_before);
  });

  test('private addresses are refused in every spelling', async () => {
    const hosts = [
      '127.0.0.1',
      '127.1',
      '2130706433',
      '0x7f000001',
      '0177.0.0.1',
      '0x7f.1',
      '0',
      '10.0.0.8',
      '192.168.0.1',
      '169.254.169.254',
      '100.64.1.1',
      '198.18.0.1',
      '[::1]',
      '[::]',
      '[::ffff:127.0.0.1]',
      '[::ffff:a9fe:a9fe]',
      '[fd00::1]',
      '[fe80::1]',
      '[64:ff9b::7f00:1]',
      '[2002:7f00:1::]',
      '１２７.0.0.1',
      '127。0。0。1',
      '127.0.0.1.',
      'localhost.',
    ];
    for (const host of hosts)
      await assert.rejects(guarded(['127.0.0.1']).readPage(`http://${host}/`, never), code('catalog.link_refused'), host);
  });

  test('a name is refused when any one of its addresses is private', async () => {
    for (const addresses of [['127.0.0.1'], ['8.8.8.8', '10.0.0.1'], ['2606:4700::1111', '::1'], ['::ffff:10.0.0.1']]) {
      await assert.rejects(guarded(addresses).readPage('https://shop.example/', never), code('catalog.link_refused'), addresses.join());
    }
  });

  test('a name that does not exist is a bad link; a resolver that is down is not the shopper’s fault', async () => {
    const error = (name: string) => Object.assign(new Error(name), { code: name });
    await assert.rejects(guarded(error('ENOTFOUND')).readPage('https://shop.example/', never), code('catalog.bad_link'));
    await assert.rejects(guarded([]).readPage('https://shop.example/', never), code('catalog.bad_link'));
    await assert.rejects(guarded(error('EAI_AGAIN')).readPage('https://shop.example/', never), code('catalog.retailer_unavailable'));
  });

  test('a refusal does not tell what stands at the address', async () => {
    await assert.rejects(guarded([]).readPage('http://192.168.7.9/', never), (error: AppError) => !error.message.includes('192.168'));
  });
});

describe('redirects and names that change', () => {
  let shop: TestShop;
  let to = '';
  before(async () => {
    shop = await testShop(
      (request, response) => {
        if (request.url === '/moved') response.writeHead(302, { location: to }).end();
        else if (request.url === '/loop') response.writeHead(301, { location: '/loop' }).end();
        else if (request.url === '/nowhere') response.writeHead(302).end();
        else html('<html>here</html>')(request, response);
      },
      { limits: { interval_ms: 0 }, db: database.db },
    );
  });
  after(() => shop.close());

  test('a redirect within the shop is followed, and the last address is told', async () => {
    to = '/p/BE996';
    const page = await shop.read('/moved');
    assert.equal(page.url, shop.link('/p/BE996'));
    assert.equal(page.text, '<html>here</html>');
  });

  test('a host with the dot of the root is the same guest: one robots.txt, one line', async () => {
    await shop.read('/dotted');
    const page = await shop.outbound.readPage(shop.link('/dotted-too').replace('shop.test', 'shop.test.'), never);
    assert.equal(page.url, shop.link('/dotted-too'));
    to = shop.link('/dotted-redirect').replace('shop.test', 'shop.test.');
    assert.equal((await shop.read('/moved')).url, shop.link('/dotted-redirect'));
    assert.equal(shop.asked.filter((path) => path === '/robots.txt').length, 1);
  });

  test('a redirect to a private address is refused, by number and by name', async () => {
    for (to of ['http://127.0.0.1/', 'http://[::1]/', 'http://169.254.169.254/latest/meta-data/', 'http://other.test/']) {
      await assert.rejects(shop.read('/moved'), code('catalog.link_refused'), to);
    }
  });

  test('a redirect to another port or scheme is refused', async () => {
    for (to of ['http://shop.test:1/', 'ftp://shop.test/', 'https://user:pass@shop.test/']) {
      await assert.rejects(shop.read('/moved'), code('catalog.bad_link'), to);
    }
  });

  test('a redirect loop ends, and so does one to nowhere', async () => {
    await assert.rejects(shop.read('/loop'), code('catalog.bad_link'));
    assert.equal(shop.asked.filter((path) => path === '/loop').length, 6);
    await assert.rejects(shop.read('/nowhere'), code('catalog.bad_link'));
  });

  test('the connection goes to the address that was checked, whatever the name resolves to', async () => {
    // `rebound.test` resolves nowhere on this machine: only the pinned address can have been used.
    const url = new URL(shop.link('/').replace('shop.test', 'rebound.test'));
    const request = { address: { address: '127.0.0.1', family: 4 as const }, headers: {}, timeouts: default_timeouts, signal: never };
    assert.equal(await fetchPinned(url, request, (answer) => answer.body.text()), '<html>here</html>');
  });
});

test('a name that turns private between two requests is refused at the second: each is checked, none trusts the last', async () => {
  const answers = [['8.8.8.8'], ['127.0.0.1']];
  const way = { resolve: () => Promise.resolve(answers.shift()!), allowed: new Set<string>() };
  const url = new URL('http://rebinding.test/');
  assert.deepEqual(await pinAddress(url, way), { address: '8.8.8.8', family: 4 });
  await assert.rejects(pinAddress(url, way), code('catalog.link_refused'));
});
