import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { EventStream } from '#platform/area/area.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Fires when the server begins to stop: answers that go on must end. */
    closing: AbortSignal;
  }
}

/** Proxies cut lines on which nothing came for a minute or less. */
const beat_every_ms = 20_000;
/** How long a browser waits before it comes back. */
const retry_ms = 2000;

/** Lets answers that go on end when the server stops. */
export function addClosing(server: FastifyInstance): void {
  const closing = new AbortController();
  server.decorate('closing', closing.signal);
  server.addHook('preClose', (done) => {
    closing.abort();
    done();
  });
}

/** Sends server-sent events until the asker leaves or the server stops; a sign of life in between. */
export function sendEvents(reply: FastifyReply, { events }: EventStream): FastifyReply {
  const left = new AbortController();
  reply.raw.once('close', () => left.abort());
  const signal = AbortSignal.any([left.signal, reply.server.closing]);
  const stream = new Readable({ read: () => undefined });
  stream.push(`retry: ${retry_ms}\n\n`);
  const beat = setInterval(() => stream.push(': here\n\n'), beat_every_ms);
  void pour(events(signal), stream).finally(() => clearInterval(beat));
  // Kept for another request, the line would hold up a server that stops for as long as it is kept.
  return reply
    .headers({ 'cache-control': 'no-store', 'x-accel-buffering': 'no', connection: 'close' })
    .type('text/event-stream; charset=utf-8')
    .send(stream);
}

async function pour(events: ReturnType<EventStream['events']>, stream: Readable): Promise<void> {
  try {
    for await (const { event, data } of events) stream.push(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    stream.push(null);
  } catch (error) {
    stream.destroy(error as Error);
  }
}
