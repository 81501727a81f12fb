import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { sql, type RawBuilder } from 'kysely';
import sharp from 'sharp';
import { seededRandom } from '#science/numerics/seeded-random.ts';
import { beside, makeIntegratorKey, makeProduct } from './prepare.ts';
import { freePort, startProcess, type ServerProcess } from './server-process.ts';
import { photographUntilGone, writeUntilGone, type Acknowledged } from './crash-writers.ts';
import { dressUp, judgeLooks, lookUntilGone, type Fitter } from './crash-looks.ts';
import { eraseUntilGone, judgeErasures, type Erasures } from './crash-erasures.ts';
import { countOrphanFiles, countUnfinished, signUp, waitForPhotos, type Owner } from './garment-photos.ts';

/**
 * Kills the server with -9 at random moments under writes, and every fourth time PostgreSQL first, then counts what was
 * acknowledged and is gone, what is half there, what is left running or lying about, and which news was lost or counted twice.
 * Photos are uploaded and cut out meanwhile: each that was acknowledged must be finished after a restart, and no file be left over.
 * Looks are drawn meanwhile: each session must come to exactly one. Somebody else has their photos deleted meanwhile: what was
 * acknowledged must be gone, rows and files.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    seed: { type: 'string', default: '7' },
    // On a machine that is busy with other things nothing is acknowledged before.
    kill_within_ms: { type: 'string', default: '8000' },
  },
});
const rounds = Number(values.rounds);
const random = seededRandom(Number(values.seed));
const writers = 8;
/** From just after the first write to well into the stream; a look takes a second or two, and photos are deleted after it. */
const kill_after_ms = { min: 100, max: Number(values.kill_within_ms) };
/** PostgreSQL is asked to finish when the server dies; this is more than it takes. */
const leave_within_ms = 10_000;

/** One client writes for everybody. */
const no_limits = { RATE_LIMIT_PER_MINUTE: '100000', SESSION_LIMIT_PER_MINUTE: '100000' };
const folder = mkdtempSync(join(tmpdir(), 'toile-crash-'));
chmodSync(folder, 0o711);
const acknowledged: Acknowledged = { feedback: [], fittings: [], photos: [] };
const restarts_ms: number[] = [];
let orphan_processes = 0;
/** The server must outlive its PostgreSQL. */
let server_deaths = 0;
let server: ServerProcess | undefined;
let owner: Owner | undefined;
let fitter: Fitter | undefined;
let leaver: (Owner & { item_id: string }) | undefined;
const erasures: Erasures = { waiting: [], erased: [], acknowledged: 0 };
const looks: string[] = [];
/** A night of killing leaves this many to finish, one at a time. */
const photos_finish_within_ms = 600_000;

try {
  const photo = await drawPhoto();
  const [product_id, key] = await beside(folder, async (ctx) => [await makeProduct(ctx), await makeIntegratorKey(ctx)] as const);
  for (let round = 0; round < rounds; round += 1) {
    server = await startServer();
    if (round > 0) restarts_ms.push(server.ready_s * 1000);
    owner = owner ? { ...owner, url: server.url } : await signUp(server.url, 'bench@example.com');
    leaver = leaver ? { ...leaver, url: server.url } : await signUpDressed(server.url, 'leaver@example.com');
    fitter ??= await dressUp(owner);
    const writing = Array.from({ length: writers }, (_, n) =>
      writeUntilGone({ url: server?.url ?? '', key, product_id, shopper: `s${round}-${n}`, acknowledged }),
    );
    writing.push(
      photographUntilGone(owner, photo, acknowledged),
      lookUntilGone(owner, fitter, looks),
      eraseUntilGone(leaver, random, erasures),
    );
    await sleep(kill_after_ms.min + random() * (kill_after_ms.max - kill_after_ms.min));
    if (round % 4 === 3) await killPostgres();
    if (server.child.exitCode !== null) server_deaths += 1;
    await server.stop('SIGKILL');
    await Promise.all(writing);
    orphan_processes += await countLeftRunning();
    console.log(
      `round ${String(round + 1).padStart(3)}: ${acknowledged.feedback.length} outcomes and ${acknowledged.fittings.length} fittings, ${acknowledged.photos.length} photos, ${looks.length} looks and ${erasures.acknowledged} deletions acknowledged so far`,
    );
  }
  server = await startServer();
  restarts_ms.push(server.ready_s * 1000);
  const found = await beside(folder, async (ctx) => {
    await waitForNews(() => ctx.db);
    return compare(ctx.db);
  });
  const unfinished_photos = owner
    ? await countUnfinished({ ...owner, url: server.url }, acknowledged.photos, {
        within_ms: photos_finish_within_ms,
        is_finished: ({ state, clean_state }) => state === 'ready' && (clean_state === 'ready' || clean_state === 'doubtful'),
      })
    : 0;
  const { url } = server;
  const drawn =
    owner && fitter
      ? await beside(folder, (ctx) => judgeLooks({ ...owner!, url }, looks, { ctx, ...fitter!, within_ms: photos_finish_within_ms }))
      : undefined;
  await beside(folder, (ctx) => waitForPhotos(ctx, photos_finish_within_ms));
  await server.stop();
  const left = await beside(folder, (ctx) => judgeErasures(ctx, erasures));
  const orphan_files = listLeftFiles(folder).length + (await beside(folder, countOrphanFiles));
  const count = acknowledged.feedback.length + acknowledged.fittings.length + acknowledged.photos.length;
  console.log(
    JSON.stringify({
      rounds,
      acknowledged: count,
      ...found,
      photos: acknowledged.photos.length,
      unfinished_photos,
      looks: looks.length,
      ...drawn,
      deletions: erasures.acknowledged,
      deleted_photos: erasures.erased.length,
      ...left,
      orphan_processes,
      orphan_files,
      server_deaths,
      restart_p50_ms: Math.round(restarts_ms.toSorted((a, b) => a - b)[Math.floor(restarts_ms.length / 2)] ?? 0),
    }),
  );
} finally {
  await server?.stop('SIGKILL');
  await countLeftRunning();
  rmSync(folder, { recursive: true, force: true });
}

/** Somebody who has a garment to put on already. */
async function signUpDressed(url: string, email: string): Promise<Owner & { item_id: string }> {
  const visitor = await signUp(url, email);
  return { ...visitor, item_id: (await dressUp(visitor)).item_id };
}

/** A dark shirt on a light floor, as small as a browser sends it at least. */
async function drawPhoto(): Promise<Uint8Array<ArrayBuffer>> {
  const shirt = '<path d="M180 150 l-110 90 50 80 50-40 v330 h260 v-330 l50 40 50-80 -110-90 z" fill="#203860"/>';
  const drawn = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="800"><rect width="600" height="800" fill="#d8d0c0"/>${shirt}</svg>`,
  );
  return Uint8Array.from(await sharp(drawn).jpeg({ quality: 85 }).toBuffer());
}

async function startServer(): Promise<ServerProcess> {
  return startProcess(
    'server.ts',
    { DATA_DIR: folder, DATABASE_URL: '', LOG_LEVEL: 'fatal', PORT: String(await freePort()), ...no_limits },
    '/health/ready',
  );
}

async function killPostgres(): Promise<void> {
  const pid = Number(readFileSync(join(folder, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]);
  process.kill(pid, 'SIGKILL');
  await sleep(200 + random() * 800);
}

/** Processes that still name our folder after the time they have to leave. */
async function countLeftRunning(): Promise<number> {
  const deadline = Date.now() + leave_within_ms;
  for (;;) {
    const left = runningOn(folder);
    if (left === 0 || Date.now() > deadline) return left;
    await sleep(50);
  }
}

function runningOn(place: string): number {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(place);
      } catch {
        return false;
      }
    }).length;
}

type Db = Parameters<Parameters<typeof beside>[1]>[0]['db'];

/** The restarted server tells what its predecessors did not get to. */
async function waitForNews(database: () => Db): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const { rows } = await sql<{ waiting: number }>`select count(*) as waiting from platform_deliveries where delivered_at is null`.execute(
      database(),
    );
    if (rows[0]?.waiting === 0) return;
    await sleep(100);
  }
}

async function compare(db: Db) {
  const missing = async (table: string, ids: readonly string[]): Promise<number> =>
    countOf(db, sql`from unnest(${ids}::uuid[]) as a (id) where not exists (select from ${sql.table(table)} t where t.id = a.id)`);
  const told = sql`from platform_events e where e.name = 'fitting.outcome'`;
  return {
    lost: (await missing('fit_feedback', acknowledged.feedback)) + (await missing('fit_fittings', acknowledged.fittings)),
    // An outcome without its news, or news without its outcome.
    half:
      (await countOf(
        db,
        sql`from fit_feedback b where not exists (select from platform_events e where e.payload->>'feedback_id' = b.id::text)`,
      )) + (await countOf(db, sql`${told} and not exists (select from fit_feedback b where b.id::text = e.payload->>'feedback_id')`)),
    // News that its listener never counted, by the event's own id.
    events_lost: await countOf(db, sql`${told} and not exists (select from fit_counted_events c where c.event_id = e.id)`),
    // Sizes whose count is not the number of their outcomes: a try counted twice here cannot hide one lost there.
    events_twice_in_effect: await countOf(
      db,
      sql`from fit_size_outcomes o where o.tried > (
        select count(*) from fit_feedback b join fit_fittings f on f.id = b.fitting_id where f.product_id = o.product_id and b.size_tried = o.size)`,
    ),
  };
}

async function countOf(db: Db, from: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count ${from}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Half-made folders, drafts of keys, sockets nobody listens on. */
function listLeftFiles(place: string): string[] {
  const names = [...readdirSync(place), ...readdirSync(join(place, 'postgres')), ...readdirSync(join(place, 'postgres/socket'))];
  return names.filter((name) => /^(data-\d+|master\.key\..+|\.s\.PGSQL.*|.*\.tmp)$/.test(name));
}
