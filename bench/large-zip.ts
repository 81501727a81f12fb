import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, mkdtempSync, chmodSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import type { DataImport } from '#contract/imports.ts';
import type { Ctx } from '#platform/area/context.ts';
import { makeDataKey } from '#platform/crypto/data-keys.ts';
import { newId } from '#platform/ids/new-id.ts';
import { putSealed } from '#platform/storage/sealed-files.ts';
import { call, signUp } from './garment-photos.ts';
import { beside } from './prepare.ts';
import { freePort, residentMb, startProcess, type ServerProcess } from './server-process.ts';

/**
 * How much memory the server takes for a wardrobe with very much in it: downloads everything as one zip, sends it back, and has
 * it read. The pictures are noise, put in beside the server, so that it is bytes that are measured, not the taking in of photos.
 */
const { values } = parseArgs({ options: { pictures: { type: 'string', default: '500' } } });
const count = Number(values.pictures);
const picture_bytes = 2 * 1024 * 1024;
const piece_bytes = 4 * 1024 * 1024;
const look_every_ms = 100;

const folder = mkdtempSync(join(tmpdir(), 'toile-large-'));
chmodSync(folder, 0o711);
const zip = join(folder, 'everything.zip');
let server: ServerProcess | undefined;

try {
  const settings = {
    DATA_DIR: folder,
    DATABASE_URL: '',
    LOG_LEVEL: 'fatal',
    RATE_LIMIT_PER_MINUTE: '10000',
    SESSION_LIMIT_PER_MINUTE: '1000',
  };
  server = await startProcess('server.ts', { ...settings, PORT: String(await freePort()) }, '/health/ready');
  const { url, pid } = server;
  const owner = await signUp(url, 'bench@example.com');
  const { id: owner_id } = await call<{ id: string }>(owner, 'GET', '/v1/me');
  await beside(folder, (ctx) => fillWardrobe(ctx, owner_id));
  const memory_before_mb = residentMb(pid);
  const down = await measured(pid, async () => {
    const answer = await fetch(`${url}/v1/me/export.zip`, { headers: owner.headers });
    await pipeline(Readable.fromWeb(answer.body as never), createWriteStream(zip));
  });
  const size_bytes = statSync(zip).size;
  const begun = await call<{ import: DataImport; upload_url: string }>(owner, 'POST', '/v1/me/import', { size_bytes });
  const up = await measured(pid, () => sendPieces(url + begun.upload_url, size_bytes));
  await call(owner, 'POST', `/v1/me/import/${begun.import.id}`);
  let state = 'reading';
  const read = await measured(pid, async () => {
    for (; state === 'reading'; await sleep(look_every_ms))
      state = (await call<{ import: DataImport }>(owner, 'GET', '/v1/me/import')).import.state;
  });
  console.log(JSON.stringify({ zip_mb: Math.round(size_bytes / 1024 / 1024), memory_before_mb, down, up, read, state }));
} finally {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function fillWardrobe(ctx: Ctx, owner_id: string): Promise<void> {
  const [key, now] = [await makeDataKey(ctx, owner_id), ctx.clock.now().toISOString()];
  for (let n = 0; n < count; n += 1) {
    const [garment_id, photo_id] = [newId(), newId()];
    await sql`insert into garments_garments (id, owner_id, photo_state, clean_state, photo_id, wants_clean, bg_color, clean_format, created_at)
      values (${garment_id}, ${owner_id}, 'ready', 'none', ${photo_id}, false, 'transparent', 'webp', ${now})`.execute(ctx.db);
    await sql`insert into garments_pictures (id, garment_id, photo_id, kind, media_type, width, height, size_bytes, created_at)
      values (${newId()}, ${garment_id}, ${photo_id}, 'original', 'image/jpeg', 3000, 2000, ${picture_bytes}, ${now})`.execute(ctx.db);
    await putSealed(ctx, { storage_key: `garments/${garment_id}/${photo_id}/original`, key }, randomBytes(picture_bytes));
  }
}

async function sendPieces(url: string, size_bytes: number): Promise<void> {
  for (let offset = 0; offset < size_bytes; offset += piece_bytes) {
    const end = Math.min(size_bytes, offset + piece_bytes) - 1;
    const headers = { 'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) };
    const body = createReadStream(zip, { start: offset, end });
    const { status } = await fetch(url, { method: 'PATCH', headers, body, duplex: 'half' });
    if (status !== 204) throw new Error(`a piece was answered with ${status}`);
  }
}

/** How long something takes, and the most memory that the server has meanwhile. */
async function measured(pid: number, work: () => Promise<void>): Promise<{ seconds: number; memory_max_mb: number }> {
  const began = performance.now();
  let memory_max_mb = 0;
  const watch = setInterval(() => {
    memory_max_mb = Math.max(memory_max_mb, residentMb(pid));
  }, look_every_ms);
  await work().finally(() => clearInterval(watch));
  return { seconds: Math.round((performance.now() - began) / 1000), memory_max_mb };
}
