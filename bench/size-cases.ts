/**
 * Measures size advice on simulated cases with known answers.
 *   node bench/size-cases.ts --cases FILE.jsonl.gz [--limit N] [--predictions OUT.jsonl]
 * Prints a table per group beside a simple rule and the best possible inference; the last line is JSON.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { adviseSize } from '#areas/fit/size-model/advise.ts';
import type { Build, GarmentEvidence, ShopperEvidence } from '#areas/fit/size-model/evidence.ts';
import { type DimensionName, dimensions } from '#contract/catalog.ts';
import type { FitFeedback } from '#contract/fit.ts';

type RawSize = { label: string; body?: Record<string, [number, number]>; garment?: Record<string, number> };
type RawGarment = {
  id?: string;
  brand: string;
  category: GarmentEvidence['category'];
  gender?: 'women' | 'men';
  fit?: GarmentEvidence['fit'];
  stretch?: GarmentEvidence['stretch'];
  sizes: RawSize[];
  garment_basis?: 'circumference' | 'flat_half_width';
};
type RawCase = {
  id: string;
  group: string;
  asked_at: string;
  product: RawGarment;
  shopper: {
    gender?: 'women' | 'men';
    height_cm?: number;
    weight_kg?: number;
    age?: number;
    build?: Record<string, string>;
    measurements?: Record<string, number>;
    owned?: (RawGarment & { size: string; fits: FitFeedback['overall'] })[];
    history?: { tried_at: string; product: RawGarment; size_tried: string; fit_feedback: Record<string, string>; would_keep?: boolean }[];
  };
  answer: { best_size: string; acceptable_sizes: string[] };
};
type Tally = { cases: number; top1: number; accept: number; within_one: number; log_loss: number; bins: { p: number; hits: number }[] };

/** Published with the cases: [top1, accept, log loss]. */
const baselines: Record<string, { rules: number[]; ceiling: number[] }> = {
  nothing: { rules: [0.282, 0.407, 1.784], ceiling: [0.295, 0.425, 1.762] },
  height_weight: { rules: [0.443, 0.603, 1.361], ceiling: [0.502, 0.662, 1.142] },
  height_weight_age_build: { rules: [0.47, 0.62, 1.336], ceiling: [0.595, 0.757, 1.002] },
  measured: { rules: [0.637, 0.787, 1.013], ceiling: [0.723, 0.853, 0.673] },
  owned_one: { rules: [0.568, 0.772, 1.112], ceiling: [0.64, 0.855, 0.851] },
  feedback_1: { rules: [0.535, 0.69, 1.171], ceiling: [0.637, 0.802, 0.788] },
  feedback_3: { rules: [0.588, 0.755, 1.083], ceiling: [0.715, 0.885, 0.643] },
  feedback_6: { rules: [0.59, 0.785, 1.061], ceiling: [0.757, 0.92, 0.547] },
  mixed: { rules: [0.58, 0.743, 1.071], ceiling: [0.693, 0.875, 0.637] },
  contradicting: { rules: [0.618, 0.762, 1.111], ceiling: [0.73, 0.897, 0.598] },
  unknown_brand: { rules: [0.475, 0.64, 1.323], ceiling: [0.632, 0.82, 0.782] },
  overall: { rules: [0.526, 0.688, 1.22], ceiling: [0.629, 0.796, 0.857] },
};

const cm_per_in = 2.54;
const names: Record<string, DimensionName> = {
  chest: 'chest',
  waist: 'waist',
  hip: 'hip',
  hips: 'hip',
  neck: 'neck',
  shoulder: 'shoulders',
  shoulders: 'shoulders',
  sleeve: 'sleeves',
  sleeves: 'sleeves',
  arm_length: 'sleeves',
  inside_leg: 'inseam',
  inseam: 'inseam',
  length: 'length',
};

const { values } = parseArgs({ options: { cases: { type: 'string' }, limit: { type: 'string' }, predictions: { type: 'string' } } });
if (!values.cases) throw new Error('Give --cases FILE.jsonl.gz (the size cases described in the data folder).');
report(readCases(values.cases).slice(0, Number(values.limit ?? Infinity)));

function readCases(path: string): RawCase[] {
  return gunzipSync(readFileSync(path))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as RawCase);
}

function report(cases: RawCase[]): void {
  const tallies = new Map<string, Tally>();
  const times: number[] = [];
  const predictions: string[] = [];
  for (const one of cases) {
    const [evidence, garment, now] = [toEvidence(one), toGarment(one.product), new Date(one.asked_at)];
    const start = performance.now();
    const advice = adviseSize(evidence, garment, now);
    times.push(performance.now() - start);
    predictions.push(toPrediction(one.id, advice));
    for (const group of [one.group, 'overall']) count(tallies, group, { one, advice });
  }
  if (values.predictions) writeFileSync(values.predictions, `${predictions.join('\n')}\n`);
  times.sort((a, b) => a - b);
  const ms = { median: quantile(times, 0.5), p99: quantile(times, 0.99) };
  const rows = Object.keys(baselines).flatMap((group) => (tallies.has(group) ? [{ group, ...figures(tallies.get(group)!) }] : []));
  for (const row of rows) printRow(row);
  console.log(`ms per advice: median ${ms.median.toFixed(2)}, p99 ${ms.p99.toFixed(2)}`);
  console.log(JSON.stringify({ bench: 'size-cases', cases: cases.length, ms, groups: rows }));
}

function toPrediction(id: string, { recommended_size, confidence, all_scores }: ReturnType<typeof adviseSize>): string {
  const scores = Object.fromEntries(Object.entries(all_scores).map(([label, { score }]) => [label, score]));
  return JSON.stringify({ id, recommended_size, confidence, scores });
}

function quantile(sorted: number[], at: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))] ?? NaN;
}

function count(tallies: Map<string, Tally>, group: string, { one, advice }: { one: RawCase; advice: ReturnType<typeof adviseSize> }): void {
  const tally = tallies.get(group) ?? {
    cases: 0,
    top1: 0,
    accept: 0,
    within_one: 0,
    log_loss: 0,
    bins: Array.from({ length: 10 }, () => ({ p: 0, hits: 0 })),
  };
  tallies.set(group, tally);
  const { best_size, acceptable_sizes } = one.answer;
  const size = advice.recommended_size ?? '';
  const labels = one.product.sizes.map(({ label }) => label);
  const is_hit = size === best_size;
  tally.cases += 1;
  tally.top1 += is_hit ? 1 : 0;
  tally.accept += acceptable_sizes.includes(size) ? 1 : 0;
  tally.within_one += Math.abs(labels.indexOf(size) - labels.indexOf(best_size)) <= 1 ? 1 : 0;
  tally.log_loss -= Math.log(Math.max(advice.all_scores[best_size]?.score ?? 0, 1e-4));
  const bin = tally.bins[Math.min(9, Math.floor(advice.confidence * 10))]!;
  bin.p += advice.confidence;
  bin.hits += is_hit ? 1 : 0;
}

type Figures = { top1: number; accept: number; within_one: number; log_loss: number; ece: number };

function figures({ cases, top1, accept, within_one, log_loss, bins }: Tally): Figures {
  const ece = bins.reduce((sum, { p, hits }) => sum + Math.abs(p - hits), 0) / cases;
  return { top1: top1 / cases, accept: accept / cases, within_one: within_one / cases, log_loss: log_loss / cases, ece };
}

function printRow({ group, ...row }: Figures & { group: string }): void {
  const three = (list: number[]) => list.map((value) => value.toFixed(3)).join(' / ');
  const { rules, ceiling } = baselines[group]!;
  const own = three([row.top1, row.accept, row.log_loss]);
  const rest = `within-one ${row.within_one.toFixed(3)} ECE ${row.ece.toFixed(3)}`;
  console.log(`${group.padEnd(24)} ${own} | rules ${three(rules)} | ceiling ${three(ceiling)} | ${rest}`);
}

function toEvidence({ shopper, asked_at }: RawCase): ShopperEvidence {
  const { height_cm, weight_kg, age, measurements, build, gender } = shopper;
  return {
    sizing: gender ?? null,
    body: { height_cm, weight_kg, age, ...measurements },
    build: build && toBuild(build),
    owned: (shopper.owned ?? []).map((item) => ({
      brand: item.brand,
      garment: toGarment(item),
      size: item.size,
      overall: item.fits,
      at: new Date(asked_at),
    })),
    history: (shopper.history ?? []).map(({ tried_at, product, size_tried, fit_feedback, would_keep }) => ({
      garment: toGarment(product),
      size_tried,
      fit_feedback: rename(fit_feedback) as FitFeedback,
      would_keep,
      at: new Date(tried_at),
    })),
  };
}

function toBuild(build: Record<string, string>): Build {
  const levels: Record<string, -1 | 0 | 1> = { flatter: -1, narrower: -1, average: 0, rounder: 1, broader: 1 };
  const level = (word: string | undefined) => (word === undefined ? undefined : levels[word]);
  return { belly: level(build.belly), chest: level(build.chest), hip: level(build.hips) };
}

function rename(feedback: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(feedback).map(([name, word]) => [names[name] ?? name, word]));
}

function toGarment(raw: RawGarment): GarmentEvidence {
  return {
    product_id: raw.id,
    brand: raw.brand,
    category: raw.category,
    sizing: raw.gender ?? null,
    fit: raw.fit ?? null,
    stretch: raw.stretch ?? null,
    is_chart_estimated: false,
    sizes: raw.sizes.map((size) => toSize(size, raw.garment_basis === 'flat_half_width')),
  };
}

function toSize({ label, body, garment }: RawSize, is_half: boolean): GarmentEvidence['sizes'][number] {
  const body_cm =
    body &&
    Object.fromEntries(
      Object.entries(body).map(([key, range]) => {
        const { name, scale } = readKey(key);
        return [name, [range[0] * scale, range[1] * scale]];
      }),
    );
  const garment_cm =
    garment &&
    Object.fromEntries(
      Object.entries(garment).map(([key, value]) => {
        const { name, scale } = readKey(key);
        const is_girth = dimensions.indexOf(name) < 3;
        return [name, value * scale * (is_half && is_girth ? 2 : 1)];
      }),
    );
  return { label, body_cm, garment_cm };
}

function readKey(key: string): { name: DimensionName; scale: number } {
  const at = key.lastIndexOf('_');
  return { name: names[key.slice(0, at)]!, scale: key.slice(at + 1) === 'in' ? cm_per_in : 1 };
}
