import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeOutbound, type OutboundOptions } from '#platform/outbound/make-outbound.ts';
import { hostTables } from '#platform/outbound/host-tables.ts';
import type { Outbound, OutboundPage } from '#platform/outbound/outbound.ts';

type Serve = (request: IncomingMessage, response: ServerResponse) => void;

export interface TestShop {
  /** Gives `http://shop.test:PORT/path`. */
  link: (path?: string) => string;
  host: string;
  /** Moves time on by so many seconds. */
  pass: (seconds: number) => void;
  outbound: Outbound;
  /** Another process's way to the same shop, on the same database and clock. */
  another: () => Outbound;
  read: (path?: string) => Promise<OutboundPage>;
  /** Pauses that outbound took; each moved the clock on. */
  pauses_ms: number[];
  /** Paths asked for, robots.txt included. */
  asked: string[];
  close: () => Promise<void>;
}

/** Starts a real HTTP server that stands for a shop, and an outbound that may reach it and nothing else on the loopback. */
export async function testShop(
  serve: Serve,
  { robots = serveNothing, db, ...options }: Partial<OutboundOptions> & Pick<OutboundOptions, 'db'> & { robots?: Serve },
): Promise<TestShop> {
  // All test shops have one name; what was learnt of the one before is not true of this one.
  await hostTables(db).deleteFrom('platform_hosts').execute();
  await hostTables(db).deleteFrom('platform_robots').execute();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    (request.url === '/robots.txt' ? robots : serve)(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const host = `shop.test:${(server.address() as AddressInfo).port}`;
  const pauses_ms: number[] = [];
  let now_ms = Date.now();
  const pass = (seconds: number) => {
    now_ms += seconds * 1000;
  };
  const world: OutboundOptions = {
    user_agent: 'ToileBot/0.1 (+https://toile.test)',
    clock: { now: () => new Date(now_ms) },
    db,
    allowed_for_tests: [host],
    resolve: () => Promise.resolve(['127.0.0.1']),
    wait: (ms) => {
      pauses_ms.push(ms);
      pass(ms / 1000);
      return Promise.resolve();
    },
    ...options,
  };
  const made: Outbound[] = [];
  const another = (): Outbound => {
    const outbound = makeOutbound(world);
    made.push(outbound);
    return outbound;
  };
  const outbound = another();
  const link = (path = '/') => `http://${host}${path}`;
  return {
    link,
    host,
    pass,
    outbound,
    another,
    pauses_ms,
    asked,
    read: (path) => outbound.readPage(link(path), new AbortController().signal),
    close: async () => {
      for (const each of made) await each.stop();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

const serveNothing: Serve = (_request, response) => {
  response.writeHead(404).end();
};

/** Answers with a page. */
export const html =
  (text: string, headers: Record<string, string> = {}): Serve =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(text);
  };
