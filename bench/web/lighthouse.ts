import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

export interface PageReport {
  performance: number;
  accessibility: number;
  best_practices: number;
  seo: number;
  ttfb_ms: number;
  lcp_ms: number;
  tbt_ms: number;
  cls: number;
}

type Report = (url: string, options: { cookie: string }) => Promise<PageReport>;

/** Machines are noisy: of this many runs the middle one counts. */
const runs = 3;
const chrome_flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Lends a way to measure pages with Lighthouse on its own mobile settings, in one browser that is gone afterwards. */
export async function withLighthouse<T>(use: (report: Report) => Promise<T>): Promise<T> {
  const chrome = await launch({ chromePath: '/usr/bin/chromium', chromeFlags: chrome_flags, logLevel: 'silent' });
  try {
    return await use(async (url, { cookie }) => {
      const found: PageReport[] = [];
      for (let no = 0; no < runs; no++) found.push(await once(url, { cookie, port: chrome.port }));
      return found.toSorted((one, other) => one.performance - other.performance)[Math.floor(runs / 2)]!;
    });
  } finally {
    chrome.kill();
  }
}

async function once(url: string, { cookie, port }: { cookie: string; port: number }): Promise<PageReport> {
  const result = await lighthouse(url, { port, output: 'json', logLevel: 'error', extraHeaders: { Cookie: cookie } });
  if (!result) throw new Error(`Lighthouse said nothing of ${url}`);
  const { categories, audits } = result.lhr;
  const score = (name: string): number => Math.round((categories[name]?.score ?? 0) * 100);
  const figure = (name: string): number => audits[name]?.numericValue ?? Number.NaN;
  const failed = Object.values(audits).filter(
    ({ score: one, scoreDisplayMode }) => one !== null && one < 0.9 && scoreDisplayMode === 'binary',
  );
  if (failed.length > 0) console.log(`  ${url}: ${failed.map(({ id, title }) => `${id} (${title})`).join('; ')}`);
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    best_practices: score('best-practices'),
    seo: score('seo'),
    ttfb_ms: Math.round(figure('server-response-time')),
    lcp_ms: Math.round(figure('largest-contentful-paint')),
    tbt_ms: Math.round(figure('total-blocking-time')),
    cls: Math.round(figure('cumulative-layout-shift') * 1000) / 1000,
  };
}
