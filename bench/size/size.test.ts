import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { scratchFolder } from '#platform/testing/scratch-folder.ts';
import { predict, type Prediction } from './prediction.ts';
import { readCases } from './read-cases.ts';
import { scorePredictions } from './score-predictions.ts';
import { type SizeCase, sizeCase } from './size-case.ts';
import { toGarment } from './to-evidence.ts';

const sizes = ['S', 'M', 'L'].map((label, i) => ({ label, body: { chest_in: [36 + 3 * i, 39 + 3 * i] as [number, number] } }));
const sample = (changes: Partial<SizeCase> = {}): SizeCase => ({
  id: 'one',
  group: 'measured',
  asked_at: '2026-03-01',
  shopper: { gender: 'men', measurements: { chest_cm: 103 } },
  product: { brand: 'Aldwick', category: 'shirt', gender: 'men', sizes },
  answer: { best_size: 'M', acceptable_sizes: ['M', 'L'] },
  ...changes,
});

const folder = scratchFolder();
const written = (name: string, content: string | Buffer) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

test('what was written as cases is read as cases', () => {
  const cases = [sample(), sample({ id: 'two', answer: undefined })];
  const path = written('cases.jsonl.gz', gzipSync(cases.map((one) => JSON.stringify(one)).join('\n')));
  assert.deepEqual(
    readCases(path),
    cases.map((one) => sizeCase.parse(JSON.parse(JSON.stringify(one)))),
  );
});

test('a file that is missing, not gzip, cut short, empty or not of cases is refused by a sentence that says what is wrong', () => {
  const whole = gzipSync(JSON.stringify(sample()));
  const broken = { ...sample(), product: { ...sample().product, sizes: 'all' } };
  for (const [path, message] of [
    [join(folder, 'none.gz'), /none\.gz cannot be read/],
    [written('plain.gz', 'S, M, L'), /plain\.gz is not gzip/],
    [written('short.gz', whole.subarray(0, whole.length / 2)), /short\.gz is not gzip, or was cut short/],
    [written('empty.gz', gzipSync('\n')), /empty\.gz holds no cases/],
    [written('words.gz', gzipSync(`${JSON.stringify(sample())}\nhello`)), /^Line 2 of .*words\.gz is not JSON/],
    [written('other.gz', gzipSync(JSON.stringify(broken))), /^Line 1 of .*other\.gz is not a size case: product\.sizes/],
  ] as const) {
    assert.throws(() => readCases(path), { message });
  }
});

test('inches and flat widths become centimetres all the way round, and keys that name nothing known are left out', () => {
  const [first] = toGarment({
    ...sample().product,
    garment_basis: 'flat_half_width',
    sizes: [{ label: 'S', body: { chest_in: [36, 39] }, garment: { chest_cm: 50, sleeve_in: 30, pocket_cm: 9 } }],
  }).sizes;
  assert.deepEqual(first, { label: 'S', body_cm: { chest: [91.44, 99.06] }, garment_cm: { chest: 100, sleeves: 76.2 } });
});

test('a case is predicted with a score for each size', () => {
  const { prediction, took_us } = predict(sample());
  assert.equal(prediction.recommended_size, 'M');
  assert.deepEqual(Object.keys(prediction.scores), ['S', 'M', 'L']);
  assert.ok(took_us > 0);
});

const said = (recommended_size: string, scores: Record<string, number>): Prediction => ({
  id: 'one',
  recommended_size,
  confidence: 0.9,
  scores,
});

test('figures are those that the description of the cases asks for, worked out by hand', () => {
  const figures = scorePredictions([
    { one: sample(), prediction: said('M', { S: 1, M: 2, L: 1 }) },
    { one: sample(), prediction: said('L', { S: -3, M: 0, L: 0.9, XL: 7 }) },
  ]);
  assert.deepEqual([figures.top1, figures.accept, figures.within_one], [0.5, 1, 1]);
  assert.ok(Math.abs(figures.log_loss! - (Math.log(2) - Math.log(1e-4)) / 2) < 1e-12);
  // One bin holds a half that hit, another a certainty that missed.
  assert.ok(Math.abs(figures.ece! - (0.5 + 1) / 2) < 1e-12);
});

test('cases without an answer have no figures', () => {
  const figures = scorePredictions([{ one: sample({ answer: undefined }), prediction: said('M', { M: 1 }) }]);
  assert.ok(Object.values(figures).every((value) => value === null));
});
