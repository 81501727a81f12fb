import { readdirSync, readFileSync } from 'node:fs';
import { parseSizeChart, type SizeChart } from './size-chart.ts';

const folder = new URL('files/', import.meta.url);

/** Every chart in files/, checked when the program starts: a broken file stops it there and not at a shopper. */
export const all_size_charts: readonly SizeChart[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .toSorted()
  .map((name) => parseSizeChart(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))));
