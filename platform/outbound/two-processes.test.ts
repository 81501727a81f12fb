import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { fakeClock } from '#platform/testing/fake-clock.ts';
import { testConnection } from '#platform/testing/test-database.ts';
import { Hosts } from './hosts.ts';

// Real processes, real time; all that is asserted was written down by the shop.

const program = fileURLToPath(new URL('../testing/read-pages-program.ts', import.meta.url));
const interval_ms = 150;
/** The shop sees a request some milliseconds after it was sent, and the two clocks of a pause are not one. */
const margin_ms = 50;

interface Seen {
  path: string;
  from_ms: number;
  to_ms: number;
}

let database: Awaited<ReturnType<typeof testConnection>>;
let shop: Server;
let shop_url: string;
let seen: Seen[] = [];
let at_once_max = 0;
let serve: (path: string, response: ServerResponse) => void = () => undefined;
before(async () => {
  database = await testConnection();
  let at_once = 0;
  shop = createServer((request, response) => {
    const visit: Seen = { path: request.url ?? '', from_ms: performance.now(), to_ms: Infinity };
    seen.push(visit);
    at_once += 1;
    at_once_max = Math.max(at_once_max, at_once);
    response.once('close', () => {
      at_once -= 1;
      visit.to_ms = performance.now();
    });
    serve(visit.path, response);
  });
  shop.listen(0, '127.0.0.1');
  await once(shop, 'listening');
  shop_url = `http://shop.test:${(shop.address() as AddressInfo).port}`;
});
after(async () => {
  shop.closeAllConnections();
  shop.close();
  await database.close();
});

interface Reader {
  child: ChildProcess;
  lines: AsyncIterator<string>;
  begin: () => void;
  ended: Promise<unknown>;
}

async function startReader(name: string, count: number): Promise<Reader> {
  const args = [program, database.url, shop_url, String(count), String(interval_ms), name];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  // Listened for from the beginning: a process that has ended tells it once.
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  assert.equal((await lines.next()).value, 'ready');
  return { child, lines, ended, begin: () => void child.stdin.write('go\n') };
}

test('two processes that want the same shop at once come one at a time, with the pause between them', async () => {
  seen = [];
  at_once_max = 0;
  serve = (path, response) => {
    if (path === '/robots.txt') response.writeHead(404).end();
    else setTimeout(() => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'), 20);
  };
  const readers = await Promise.all([startReader('a', 6), startReader('b', 6)]);
  for (const reader of readers) reader.begin();
  for (const { lines, ended } of readers) {
    assert.deepEqual(JSON.parse((await lines.next()).value as string), Array(6).fill('read'));
    await ended;
  }
  const pages = seen.filter(({ path }) => path !== '/robots.txt');
  assert.equal(pages.length, 12);
  assert.ok(pages.some(({ path }) => path.startsWith('/a')) && pages.some(({ path }) => path.startsWith('/b')));
  assert.equal(at_once_max, 1, 'never two at a time');
  assert.equal(seen.length, 13, 'robots.txt was asked for once by both');
  const gaps_ms = pages.slice(1).map(({ from_ms }, i) => from_ms - pages[i]!.to_ms);
  assert.ok(Math.min(...gaps_ms) >= interval_ms - margin_ms, `the shop had ${gaps_ms.map(Math.round).join(', ')} ms of rest`);
});

test('a process that is killed in the middle of a visit holds the others up until its lease ends, not longer', async () => {
  const asked = Promise.withResolvers<void>();
  serve = (path) => {
    if (path.startsWith('/dying')) asked.resolve();
  };
  const { child, begin, ended } = await startReader('dying', 1);
  begin();
  await asked.promise;
  child.kill('SIGKILL');
  await ended;
  const clock = fakeClock();
  const hosts = new Hosts({ db: database.db, clock, interval_ms, lease_ms: 20_000 });
  assert.equal((await hosts.takeTurn('shop.test')).kind, 'wait', 'nobody knows that it is dead');
  clock.pass(21);
  assert.equal((await hosts.takeTurn('shop.test')).kind, 'granted');
});
