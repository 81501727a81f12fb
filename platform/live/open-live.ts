import { sql } from 'kysely';
import pg from 'pg';
import type { Log } from '#platform/telemetry/log.ts';
import { makeMailbox, type Mailbox } from './mailbox.ts';
import type { Live } from './live.ts';

const channel = 'toile_live';
/** PostgreSQL takes 8000 bytes. */
const told_max_bytes = 7000;
/** A database that restarts is back within seconds. */
const retry_ms = 500;

/** Opens the way for live news over PostgreSQL's own LISTEN and NOTIFY. A connection of its own is held only while somebody listens. */
export function openLive(connection: pg.PoolConfig, log: Log): Live {
  const boxes = new Map<string, Set<Mailbox>>();
  const ear = makeEar(connection, log, boxes);
  return {
    tell: async (tx, topic, content) => {
      const text = JSON.stringify({ topic, content });
      if (Buffer.byteLength(text) > told_max_bytes) throw new Error(`live news of ${topic} is too long`);
      await sql`select pg_notify(${channel}, ${text})`.execute(tx.db);
    },
    listen: async function* listen(topic, signal) {
      const box = makeMailbox(signal);
      boxes.set(topic, (boxes.get(topic) ?? new Set()).add(box));
      try {
        // What was told before is not heard: once the line stands, everybody begins by looking.
        if (ear.isOpen()) box.put({ kind: 'missed' });
        else ear.open();
        yield* box.news();
      } finally {
        const others = boxes.get(topic);
        others?.delete(box);
        if (others?.size === 0) boxes.delete(topic);
        if (boxes.size === 0) await ear.close();
      }
    },
    stop: async () => {
      for (const box of [...boxes.values()].flatMap((some) => [...some])) box.close();
      await ear.close();
    },
  };
}

interface Ear {
  isOpen: () => boolean;
  open: () => void;
  close: () => Promise<void>;
}

function makeEar(connection: pg.PoolConfig, log: Log, boxes: ReadonlyMap<string, ReadonlySet<Mailbox>>): Ear {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let is_open = false;
  const open = (): void => {
    if (client) return;
    const mine = new pg.Client({ ...(connection as pg.ClientConfig), application_name: 'toile-live', keepAlive: true });
    client = mine;
    mine.on('notification', ({ payload }) => hand(boxes, payload));
    const lost = (error?: Error): void => {
      if (client !== mine) return;
      [client, is_open] = [undefined, false];
      log.warn({ err: error }, 'live news is not heard just now');
      timer = setTimeout(open, retry_ms);
      timer.unref();
      void endQuietly(mine);
    };
    mine.on('error', lost);
    mine.on('end', () => lost());
    begin(mine).then(() => {
      // One that was closed while it opened says nothing of the one that took its place.
      if (client !== mine) return;
      is_open = true;
      tellAll(boxes);
    }, lost);
  };
  const close = async (): Promise<void> => {
    clearTimeout(timer);
    const mine = client;
    [client, is_open] = [undefined, false];
    if (mine) await endQuietly(mine);
  };
  return { isOpen: () => is_open, open, close };
}

async function begin(client: pg.Client): Promise<void> {
  await client.connect();
  await client.query(`listen ${channel}`);
}

/** A line that is broken anyway may complain about being ended. */
const endQuietly = (client: pg.Client): Promise<void> => client.end().catch(() => undefined);

function hand(boxes: ReadonlyMap<string, ReadonlySet<Mailbox>>, payload = ''): void {
  const { topic, content } = JSON.parse(payload) as { topic: string; content: Record<string, unknown> };
  for (const box of boxes.get(topic) ?? []) box.put({ kind: 'news', content });
}

function tellAll(boxes: ReadonlyMap<string, ReadonlySet<Mailbox>>): void {
  for (const some of boxes.values()) for (const box of some) box.put({ kind: 'missed' });
}
