import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import sharp from 'sharp';
import { beside } from './prepare.ts';
import { freePort, residentMb, startProcess, type ServerProcess } from './server-process.ts';

/**
 * Sends many photos of 12 megapixels at once, as somebody does who photographs a wardrobe, and asks how quickly each is
 * acknowledged and how quick everything else stays meanwhile; then sends as many again, kills the server with -9 in the middle,
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
let headers: Record<string, string> = {};

try {
  const photo = await makePhoto();
  server = await start();
  headers = await signUp(server.url);
  const idle = await timesOf(40, () => call('GET', '/v1/wardrobe?limit=20'));
  const acknowledged: number[] = [];
  // First one after the other, as a browser with a queue sends them.
  const one_by_one: number[] = [];
  for (let n = 0; n < 10; n += 1) await sendPhoto(photo, one_by_one);
  const busy: number[] = [];
  const began = performance.now();
  let is_sending = true;
  const asking = (async () => {
    // oxlint-disable-next-line no-unmodified-loop-condition -- set when all is finished
    while (is_sending) busy.push(...(await timesOf(1, () => call('GET', '/v1/wardrobe?limit=20'))));
  })();
  const ids = await Promise.all(Array.from({ length: count }, () => sendPhoto(photo, acknowledged)));
  const sent_ms = performance.now() - began;
  await finished(ids);
  const finished_ms = performance.now() - began;
  is_sending = false;
  await asking;
  const memory_mb = residentMb(server.pid);
  const more = await Promise.all(Array.from({ length: count }, () => sendPhoto(photo, [])));
  await sleep(kill_after_ms);
  await server.stop('SIGKILL');
  server = await start();
  const unfinished = await finished(more);
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
      acknowledged_ms: quantiles(acknowledged),
      read_idle_ms: quantiles(idle),
      read_busy_ms: quantiles(busy),
      memory_mb,
      unfinished_after_kill: unfinished,
      orphan_files: await beside(folder, countOrphans),
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
function makePhoto(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 12 } as const;
  return sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#778899', noise } })
    .jpeg({ quality: 80 })
    .toBuffer();
}

async function signUp(url: string): Promise<Record<string, string>> {
  const payload = JSON.stringify({ email: 'bench@example.com', password: 'correct horse battery' });
  const answer = await fetch(`${url}/v1/auth/signup`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: payload });
  const { access_token } = (await answer.json()) as { access_token: string };
  return { authorization: `Bearer ${access_token}` };
}

async function call<T>(method: string, path: string, body?: object): Promise<T> {
  const answer = await fetch(`${server?.url}${path}`, {
    method,
    headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

async function sendPhoto(photo: Buffer, acknowledged: number[]): Promise<string> {
  const { item, upload_url } = await call<{ item: { id: string }; upload_url: string }>('POST', '/v1/items', { image_bytes: photo.length });
  await fetch(`${server?.url}${upload_url}`, { method: 'PUT', body: Uint8Array.from(photo) });
  acknowledged.push(...(await timesOf(1, () => call('PUT', `/v1/items/${item.id}/image-uploaded`, {}))));
  return item.id;
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
async function finished(ids: readonly string[]): Promise<number> {
  const deadline = Date.now() + finish_within_ms;
  for (;;) {
    let waiting = 0;
    for (const id of ids) if ((await call<{ photo: { state: string } }>('GET', `/v1/items/${id}`)).photo.state !== 'ready') waiting += 1;
    if (waiting === 0 || Date.now() > deadline) return waiting;
    await sleep(500);
  }
}

function quantiles(times: readonly number[]): Record<string, number> {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}

/** Files that no row leads to. */
async function countOrphans(ctx: Parameters<Parameters<typeof beside>[1]>[0]): Promise<number> {
  const { rows } = await sql<{ key: string }>`
    select 'garments/' || garment_id || '/' || photo_id || '/' || kind as key from garments_pictures
    union all select 'uploads/' || u.id || '/' || (p ->> 'id') from platform_uploads u, jsonb_array_elements(u.parts) p
  `.execute(ctx.db);
  const known = new Set(rows.map(({ key }) => key));
  let orphans = 0;
  for (const prefix of ['garments/', 'uploads/'])
    for (let after: string | null | undefined; after !== null;) {
      const page = await ctx.storage.list(prefix, { after });
      orphans += page.objects.filter(({ key }) => !known.has(key)).length;
      after = page.next;
    }
  return orphans;
}
