import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message as it arrived. */
export interface Received {
  headers: IncomingHttpHeaders;
  text: string;
  path: string;
}

export interface TestReceiver {
  /** `hooks.test:PORT`, to be allowed. */
  host: string;
  link: (path?: string) => string;
  received: Received[];
  /** What it answers from now on; 204 until said otherwise. */
  answerWith: (answer: (response: ServerResponse, request: Received) => void) => void;
  close: () => Promise<void>;
}

const noContent = (response: ServerResponse): void => void response.writeHead(204).end();

/** Starts a real HTTP server on the loopback that stands for an integrator's, and may refuse, stall and lie. */
export async function testReceiver(): Promise<TestReceiver> {
  const received: Received[] = [];
  let answer: (response: ServerResponse, request: Received) => void = noContent;
  const server = createServer((request, response) => {
    const take = async (): Promise<void> => {
      const message = await read(request);
      received.push(message);
      answer(response, message);
    };
    void take();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const host = `hooks.test:${(server.address() as AddressInfo).port}`;
  return {
    host,
    link: (path = '/toile') => `http://${host}${path}`,
    received,
    answerWith: (given) => {
      answer = given;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function read(request: IncomingMessage): Promise<Received> {
  const pieces: Buffer[] = [];
  for await (const piece of request as AsyncIterable<Buffer>) pieces.push(piece);
  return { headers: request.headers, text: Buffer.concat(pieces).toString(), path: request.url ?? '' };
}

/** Verifies as a receiver does by Standard Webhooks: any one of the signatures is enough. `now_s` in seconds. */
export function isGenuine({ headers, text }: Received, secret: string, now_s: number): boolean {
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => String(headers[name]));
  if (Math.abs(now_s - Number(timestamp)) > 300) return false;
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.${text}`).digest();
  return (signatures ?? '').split(' ').some((one) => {
    const given = Buffer.from(one.replace('v1,', ''), 'base64');
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}
