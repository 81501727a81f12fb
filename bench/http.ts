import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fitting } from '#contract/fit.ts';
import { load, type LoadFigures, type LoadRequest } from './load.ts';
import { steadyLoad } from './steady-load.ts';
import { beside, makeProduct, makeShoppers } from './prepare.ts';
import { freePort, residentMb, startProcess, type ServerProcess } from './server-process.ts';

/**
 * Speed of the HTTP side, in one run on one machine: bare Fastify against the real cached product read
 * at 50 connections; the same read at 1000 a second; advice at 100 a second. Prints figures, asserts none.
 */
const seconds = 10;
const warm_up_s = 2;
/** At full speed; longer would need more shoppers than fit into their limits. */
const sprint_s = 4;
const connections = 50;
/** 60 reads a minute each: enough that nobody meets a limit at full speed, and others for the fixed rate. */
const reader_count = 5000;
const adviser_count = 300;

type Headers = Record<string, string>;

const folder = mkdtempSync(join(tmpdir(), 'toile-bench-'));
chmodSync(folder, 0o711);
const running: ServerProcess[] = [];

try {
  const starts = await measureStarts();
  const figures = await measureLoad(starts.server);
  report(figures);
  const { bare, product, fixed, advice } = figures;
  console.log(
    JSON.stringify({
      bare_rps: bare.rps,
      product_rps: product.rps,
      product_ratio: round(product.rps / bare.rps),
      advice_p50_ms: advice.p50_ms,
      advice_p99_ms: advice.p99_ms,
      fixed_1000: { p50_ms: fixed.p50_ms, p99_ms: fixed.p99_ms, errors: fixed.errors },
      errors: bare.errors + product.errors + advice.errors,
      start_cold_s: round(starts.cold_s),
      start_warm_s: round(starts.server.ready_s),
      rss_mb: residentMb(starts.server.pid),
    }),
  );
} finally {
  for (const one of running) await one.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Cold: the pages are built and the database is made. Warm: both are there. */
async function measureStarts(): Promise<{ cold_s: number; server: ServerProcess }> {
  const settings = { DATA_DIR: folder, LOG_LEVEL: 'warn', DATABASE_URL: '', HOST: '127.0.0.1' };
  const started = performance.now();
  execFileSync(process.execPath, ['scripts/build-web.ts', '--force'], { cwd: new URL('..', import.meta.url) });
  const cold = await startProcess('server.ts', { ...settings, PORT: String(await freePort()) }, '/health/ready');
  const cold_s = (performance.now() - started) / 1000;
  await cold.stop();
  const server = await startProcess('server.ts', { ...settings, PORT: String(await freePort()) }, '/health/ready');
  running.push(server);
  return { cold_s, server };
}

async function measureLoad(server: ServerProcess): Promise<Record<'bare' | 'product' | 'fixed' | 'advice', LoadFigures>> {
  const [product_id, shoppers] = await beside(
    folder,
    async (ctx) => [await makeProduct(ctx), await makeShoppers(ctx, reader_count + adviser_count)] as const,
  );
  const [readers, advisers] = [shoppers.slice(0, reader_count), shoppers.slice(reader_count)];
  const path = `/v1/products/${product_id}`;
  const reads = readers.map((headers): LoadRequest => ({ method: 'GET', path, headers }));
  const [fast, steady] = [reads.slice(0, 4000), reads.slice(4000)];
  const bare_server = await startBare(await (await fetch(server.url + path)).text());
  await load({ url: bare_server.url, requests: fast, connections, seconds: warm_up_s });
  const bare = await load({ url: bare_server.url, requests: fast, connections, seconds: sprint_s });
  await load({ url: server.url, requests: fast, connections, seconds: warm_up_s });
  const product = await load({ url: server.url, requests: fast, connections, seconds: sprint_s });
  const fixed = await steadyLoad({ url: server.url, requests: steady, connections, seconds, rate: 1000 });
  const questions = await askForAdvice(server.url, advisers, product_id);
  await steadyLoad({ url: server.url, requests: questions, connections: 10, seconds: warm_up_s, rate: 100 });
  const advice = await steadyLoad({ url: server.url, requests: questions, connections: 10, seconds, rate: 100 });
  return { bare, product, fixed, advice };
}

async function startBare(body: string): Promise<ServerProcess> {
  const file = join(folder, 'body.json');
  writeFileSync(file, body);
  const bare = await startProcess('bench/bare-server.ts', { PORT: String(await freePort()), BARE_BODY_FILE: file }, '/');
  running.push(bare);
  return bare;
}

/** Each adviser has a fitting, a body and a garment that fits: the usual question. */
async function askForAdvice(url: string, advisers: readonly Headers[], product_id: string): Promise<LoadRequest[]> {
  const requests: LoadRequest[] = [];
  for (const own of advisers) {
    const headers = { ...own, 'content-type': 'application/json' };
    const post = async (path: string, body: object, method: 'POST' | 'PATCH' = 'POST') =>
      (await fetch(url + path, { method, headers, body: JSON.stringify(body) })).json() as Promise<Fitting>;
    const { session_id, profile_id } = await post('/v1/tryon/start', { product_id });
    await post(`/v1/profiles/${profile_id}/measurements`, { height_cm: 178, weight_kg: 74 }, 'PATCH');
    await post(`/v1/profiles/${profile_id}/owned-garments`, { brand: 'J.Crew', category: 'shirt', size: 'M', sizing: 'men' });
    requests.push({ method: 'POST', path: '/v1/tryon/recommend', headers, body: JSON.stringify({ session_id }) });
  }
  return requests;
}

function report(figures: Record<string, LoadFigures>): void {
  console.log('                     req/s     p50 ms    p99 ms    errors');
  for (const [name, { rps, p50_ms, p99_ms, errors, answers }] of Object.entries(figures)) {
    const columns = [rps, p50_ms, p99_ms, errors].map((value) => String(value).padStart(10)).join('');
    console.log(name.padEnd(16) + columns + (answers ? `  ${JSON.stringify(answers)}` : ''));
  }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
