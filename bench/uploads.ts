import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { call, countOrphanFiles, countUnfinished, sendPhoto, signUp, type Owner } from './garment-photos.ts';
import { readLoopDelay } from './event-loop.ts';
import { beside } from './prepare.ts';
import { freePort, residentMb, startProcess, type ServerProcess } from './server-process.ts';

/**
 * Sends many photos of 12 megapixels at once, as somebody does who photographs a wardrobe, and asks how quickly each is
 * acknowledged, how quick everything else stays meanwhile, and how late the server's event loop is; then sends as many again, kills the server with -9 in the middle,
 * and counts what of them is not finished after a restart, and which files belong to nobody.
 */
const { values } = parseArgs({ options: { photos: { type: 'string', default: '50' } } });
const count = Number(values.photos);
/** What a killed server had in hand is taken up when its time is over (`longest_s` of the job), and looked at every minute. */
const finish_within_ms = 300_000;
const kill_after_ms = 3000;

const folder = mkdtempSync(join(tmpdir(), 'toile-uploads-'));
chmodSync(folder, 0o711);
let server: ServerProcess | undefined;

try {
  const photo = await makePhoto();
  server = await start();
  let owner = await signUp(server.url, 'bench@example.com');
  // How it starts is not asked here.
  await readLoopDelay(server.url);
  const read = (): Promise<unknown> => call(owner, 'GET', '/v1/wardrobe?limit=20');
  const idle = await timesOf(40, read);
  // First one after the other, as a browser with a queue sends them.
  const one_by_one: number[] = [];
  for (let n = 0; n < 10; n += 1) one_by_one.push((await sendPhoto(owner, photo)).acknowledged_ms);
  const loop_one_by_one = await readLoopDelay(server.url);
  const busy: number[] = [];
  const began = performance.now();
  let is_sending = true;
  const asking = (async () => {
    // oxlint-disable-next-line no-unmodified-loop-condition -- set when all is finished
    while (is_sending) busy.push(...(await timesOf(1, read)));
  })();
  const sent = await sendMany(owner, photo);
  const sent_ms = performance.now() - began;
  const loop_sending = await readLoopDelay(server.url);
  await finished(owner, idsOf(sent));
  const finished_ms = performance.now() - began;
  const loop_working = await readLoopDelay(server.url);
  is_sending = false;
  await asking;
  const memory_mb = residentMb(server.pid);
  const more = await sendMany(owner, photo);
  await sleep(kill_after_ms);
  await server.stop('SIGKILL');
  server = await start();
  owner = { ...owner, url: server.url };
  const unfinished = await finished(owner, idsOf(more));
  await sleep(2000);
  await server.stop();
  server = undefined;
  console.log(
    JSON.stringify({
      photos: count,
      photo_mb: Number((photo.length / 1024 / 1024).toFixed(1)),
      sent_ms: Math.round(sent_ms),
      finished_ms: Math.round(finished_ms),
      acknowledged_one_by_one_ms: quantiles(one_by_one),
      acknowledged_ms: quantiles(sent.map(({ acknowledged_ms }) => acknowledged_ms)),
      read_idle_ms: quantiles(idle),
      read_busy_ms: quantiles(busy),
      event_loop_ms: { one_by_one: loop_one_by_one, sending: loop_sending, taking_in: loop_working },
      memory_mb,
      unfinished_after_kill: unfinished,
      orphan_files: await beside(folder, countOrphanFiles),
    }),
  );
} finally {
  await server?.stop('SIGKILL');
  await sleep(1000);
  rmSync(folder, { recursive: true, force: true });
}

async function start(): Promise<ServerProcess> {
  const limits = { RATE_LIMIT_PER_MINUTE: '1000', SESSION_LIMIT_PER_MINUTE: '1000' };
  return startProcess(
    'server.ts',
    { DATA_DIR: folder, DATABASE_URL: '', LOG_LEVEL: 'fatal', PORT: String(await freePort()), ...limits },
    '/health/ready',
  );
}

/** Twelve megapixels with grain, so that it is as large as a phone's. */
async function makePhoto(): Promise<Uint8Array<ArrayBuffer>> {
  const noise = { type: 'gaussian', mean: 128, sigma: 12 } as const;
  const drawn = sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#778899', noise } });
  return Uint8Array.from(await drawn.jpeg({ quality: 80 }).toBuffer());
}

type Sent = Awaited<ReturnType<typeof sendPhoto>>;
function sendMany(owner: Owner, photo: Uint8Array<ArrayBuffer>): Promise<Sent[]> {
  return Promise.all(Array.from({ length: count }, () => sendPhoto(owner, photo)));
}

function idsOf(sent: readonly Sent[]): string[] {
  return sent.map(({ id }) => id);
}

async function timesOf(times: number, ask: () => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const began = performance.now();
    await ask();
    taken.push(performance.now() - began);
  }
  return taken;
}

/** Waits until all are ready and returns how many are not. */
function finished(owner: Owner, ids: readonly string[]): Promise<number> {
  return countUnfinished(owner, ids, { within_ms: finish_within_ms, is_finished: ({ state }) => state === 'ready' });
}

function quantiles(times: readonly number[]): Record<string, number> {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}
