import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { readEnvironment } from '#platform/config/load-config.ts';
import { freePort, startProcess } from './server-process.ts';
import { countAxeViolations } from './web/axe-violations.ts';
import { openAsShopper, type Shopper } from './web/shopper.ts';
import { type PageReport, withLighthouse } from './web/lighthouse.ts';

/**
 * Measures the pages as a phone on a slow network sees them (Lighthouse, mobile), what the browser must load to begin, and
 * what axe finds in every state of every page. The server runs as it does for a newcomer, demo and all. The last line is JSON.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const data_dir = mkdtempSync(join(tmpdir(), 'toile-bench-web-'));
chmodSync(data_dir, 0o711);

run(['scripts/build-web.ts']);
const settings = {
  ENVIRONMENT: 'development',
  HOST: '127.0.0.1',
  PORT: String(await freePort()),
  DATA_DIR: data_dir,
  DEMO: 'false',
  LOG_LEVEL: 'warn',
  RATE_LIMIT_PER_MINUTE: '1000000',
  SESSION_LIMIT_PER_MINUTE: '100000',
  // The walk with axe signs up for every state that needs an account.
  LOG_IN_LIMIT_PER_MINUTE: '1000',
};
// All garments are drawn before anything is measured: a machine that draws has no time for a browser.
run(['cli.ts', 'seed', '--demo'], settings);
const server = await startProcess(join(root, 'server.ts'), settings, '/health/ready');
try {
  const shopper = await openAsShopper(server.url);
  const reports = await measure(server.url, shopper);
  const axe_violations = await countAxeViolations(server.url, {
    grantOperator: async (email) => run(['cli.ts', 'grant', email, 'operator'], settings),
    keepModels: async () => run(['platform/testing/keep-models-program.ts'], settings),
  });
  print(reports, axe_violations);
} finally {
  await server.stop();
  rmSync(data_dir, { recursive: true, force: true });
}

async function measure(url: string, { cookie, product_path, advice_path }: Shopper): Promise<Record<string, PageReport>> {
  const pages = { home: '/', product: product_path, advice: advice_path, shop: '/shop' };
  return withLighthouse(async (report) => {
    const reports: Record<string, PageReport> = {};
    for (const [name, path] of Object.entries(pages)) {
      reports[name] = await report(url + path, { cookie });
      console.log(name.padEnd(8), JSON.stringify(reports[name]));
    }
    return reports;
  });
}

function print(reports: Record<string, PageReport>, axe_violations: number): void {
  const all = Object.values(reports);
  const scores = ({ performance, accessibility, best_practices, seo }: PageReport) => ({ performance, accessibility, best_practices, seo });
  const worst = (read: (report: PageReport) => number): number => Math.max(...all.map(read));
  console.log(
    JSON.stringify({
      pages: Object.fromEntries(Object.entries(reports).map(([name, report]) => [name, scores(report)])),
      min_score: Math.min(...all.flatMap((report) => Object.values(scores(report)))),
      entry_kb_gz: entryKb(),
      ttfb_ms: worst(({ ttfb_ms }) => ttfb_ms),
      lcp_ms: worst(({ lcp_ms }) => lcp_ms),
      cls: worst(({ cls }) => cls),
      axe_violations,
    }),
  );
}

/** What every page loads of our program before it can begin, in kB after gzip. */
function entryKb(): number {
  const manifest = JSON.parse(readFileSync(join(root, 'dist/web/.vite/manifest.json'), 'utf8')) as Record<
    string,
    { file: string; imports?: string[] }
  >;
  const seen = new Set<string>();
  const walk = (source: string): void => {
    if (seen.has(source)) return;
    seen.add(source);
    manifest[source]?.imports?.forEach(walk);
  };
  ['main.tsx', 'start-app.tsx'].forEach(walk);
  const bytes = [...seen].reduce((sum, source) => sum + gzipSync(readFileSync(join(root, 'dist/web', manifest[source]!.file))).length, 0);
  return Math.round(bytes / 100) / 10;
}

function run(args: string[], more: Record<string, string> = {}): void {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...readEnvironment(), ...more } });
  if (status !== 0) throw new Error(`${args.join(' ')} failed`);
}
