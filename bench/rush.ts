import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { TryOnSession } from '#contract/tryon.ts';
import { dressUp, judgeLooks } from './crash-looks.ts';
import { call, signUp, type Owner } from './garment-photos.ts';
import { beside } from './prepare.ts';
import { freePort, startProcess, type ServerProcess } from './server-process.ts';

/**
 * Many looks asked for at once, of our own renderer: how many are taken in, whether the place in line that each was told is the
 * one it had, how quick reads stay meanwhile, and whether exactly one result comes of each. Ten people ask, each as often as the
 * limit of a minute allows; only signing them up is not limited.
 */
const { values } = parseArgs({ options: { people: { type: 'string', default: '10' }, each: { type: 'string', default: '10' } } });
const [people, each] = [Number(values.people), Number(values.each)];
/** As often as a page would ask that is told nothing by itself, ms. */
const read_every_ms = 250;
const finish_within_ms = 1_800_000;
/** Drawn or read at a time (rendering/render-job.ts): so many may overtake each other. */
const at_once = 4;

const folder = mkdtempSync(join(tmpdir(), 'toile-rush-'));
chmodSync(folder, 0o711);
let server: ServerProcess | undefined;
try {
  const port = String(await freePort());
  server = await startProcess(
    'server.ts',
    {
      DATA_DIR: folder,
      DATABASE_URL: '',
      LOG_LEVEL: 'fatal',
      PORT: port,
      LOG_IN_LIMIT_PER_MINUTE: '1000',
      RATE_LIMIT_PER_MINUTE: '100000',
    },
    '/health/ready',
  );
  const { url } = server;
  const owners: { owner: Owner; photo_id: string; body: object }[] = [];
  for (let n = 0; n < people; n += 1) {
    const owner = await signUp(url, `rush-${n}@example.com`);
    const { photo_id, item_id } = await dressUp(owner);
    owners.push({ owner, photo_id, body: { photo_id, items: [item_id] } });
  }
  const began = performance.now();
  const asked = await Promise.all(
    owners.flatMap(({ owner, body }) =>
      Array.from({ length: each }, async () => {
        const from = performance.now();
        const session = await call<TryOnSession>(owner, 'POST', '/v1/tryon/sessions', body).catch((error: unknown) => String(error));
        return { owner, session, took_ms: performance.now() - from };
      }),
    ),
  );
  const taken = asked.flatMap(({ owner, session }) => (typeof session === 'string' ? [] : [{ owner, session }]));
  const ids = taken.map(({ session }) => session.session_id);
  const reading = new AbortController();
  const reads = readUntil(owners[0]!.owner, reading.signal);
  while ((await countInLine(owners.map(({ owner }) => owner))) > 0 && performance.now() - began < finish_within_ms) await sleep(1000);
  const all_s = (performance.now() - began) / 1000;
  reading.abort();
  const { took: reads_ms, failed: failed_reads } = await reads;
  const offs = await placesOff(taken);
  const judged = await beside(folder, (ctx) => judgeEach(taken, owners, { ctx, within_ms: 60_000 }));
  console.log(
    JSON.stringify({
      asked: asked.length,
      taken_in: ids.length,
      refused: asked.flatMap(({ session }) => (typeof session === 'string' ? [session.slice(0, 120)] : [])),
      asked_p50_ms: share(
        asked.map(({ took_ms }) => took_ms),
        0.5,
      ),
      asked_max_ms: share(
        asked.map(({ took_ms }) => took_ms),
        1,
      ),
      all_drawn_s: Math.round(all_s),
      a_look_s: Math.round((all_s / ids.length) * 100) / 100,
      reads: reads_ms.length,
      failed_reads,
      read_p50_ms: share(reads_ms, 0.5),
      read_p99_ms: share(reads_ms, 0.99),
      place_off_p50: share(offs, 0.5),
      place_off_max: share(offs, 1),
      may_be_off: at_once,
      ...judged,
    }),
  );
  await server.stop();
} finally {
  await server?.stop('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}

/** Reads a list of looks and the wardrobe, as somebody does who looks around meanwhile. */
async function readUntil(owner: Owner, signal: AbortSignal): Promise<{ took: number[]; failed: number }> {
  const took: number[] = [];
  let failed = 0;
  while (!signal.aborted) {
    for (const path of ['/v1/tryon/sessions?limit=5', '/v1/wardrobe', '/v1/me']) {
      const from = performance.now();
      await call(owner, 'GET', path).then(
        () => took.push(performance.now() - from),
        () => (failed += 1),
      );
    }
    await sleep(read_every_ms);
  }
  return { took, failed };
}

async function countInLine(all: readonly Owner[]): Promise<number> {
  let count = 0;
  for (const owner of all) {
    const { sessions } = await call<{ sessions: TryOnSession[] }>(owner, 'GET', '/v1/tryon/sessions?limit=100');
    count += sessions.filter(({ status }) => status === 'created' || status === 'processing').length;
  }
  return count;
}

interface Taken {
  owner: Owner;
  session: TryOnSession;
}

/** By how many places each came in another turn than it was told: those that ended before it, less those that were said to be in front. */
async function placesOff(taken: readonly Taken[]): Promise<number[]> {
  const ended = new Map<string, string>();
  for (const { owner, session } of taken)
    ended.set(session.session_id, (await call<TryOnSession>(owner, 'GET', `/v1/tryon/sessions/${session.session_id}`)).ended_at ?? '');
  return taken.map(({ session: { session_id, queue_position } }) => {
    const own = ended.get(session_id)!;
    const before_it = [...ended.values()].filter((at) => at < own).length;
    return Math.abs(before_it - (queue_position ?? 0));
  });
}

async function judgeEach(
  taken: readonly Taken[],
  owners: readonly { owner: Owner; photo_id: string }[],
  on: Omit<Parameters<typeof judgeLooks>[2], 'photo_id'>,
): Promise<Awaited<ReturnType<typeof judgeLooks>>> {
  const all = { unfinished_looks: 0, looks_not_once: 0, orphan_look_files: 0 };
  for (const { owner, photo_id } of owners) {
    const ids = taken.filter((one) => one.owner === owner).map(({ session }) => session.session_id);
    const found = await judgeLooks(owner, ids, { ...on, photo_id });
    all.unfinished_looks += found.unfinished_looks;
    all.looks_not_once += found.looks_not_once;
    // Counted over everybody's.
    all.orphan_look_files = found.orphan_look_files;
  }
  return all;
}

function share(of: readonly number[], part: number): number {
  const sorted = of.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);
}
