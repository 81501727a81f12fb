import assert from 'node:assert/strict';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pino } from 'pino';
import { StartError } from '#platform/errors/start-error.ts';
import { quietLog } from '#platform/testing/quiet-log.ts';
import { openFlags } from './open-flags.ts';

const folder = mkdtempSync(join(tmpdir(), 'toile-flags-'));
after(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'flags.json');

let count = 0;
function write(content: unknown): void {
  count += 1;
  const beside = join(folder, `new-${count}`);
  writeFileSync(beside, typeof content === 'string' ? content : JSON.stringify(content));
  renameSync(beside, path);
}
const always = (variant: string) => ({
  flags: { who: { state: 'ENABLED', variants: { one: 'gemini', other: 'built_in,x' }, defaultVariant: variant } },
});
const open = () => openFlags(path, quietLog, { every_ms: 0 });
const ask = { key: 'somebody', fallback: 'fallback' };

test('without a file, and for a flag that it does not name or has turned off, the fallback counts', async () => {
  const none = await openFlags('', quietLog);
  assert.deepEqual([await none.text('who', ask), await none.isOn('who', { key: 'a', fallback: true })], ['fallback', true]);
  write({ flags: { off: { state: 'DISABLED', variants: { one: 'gemini' }, defaultVariant: 'one' } } });
  const flags = await open();
  assert.deepEqual([await flags.text('off', ask), await flags.text('nowhere', ask)], ['fallback', 'fallback']);
});

test('a changed file counts at once; one that is broken or gone changes nothing', async () => {
  write(always('one'));
  const flags = await open();
  assert.equal(await flags.text('who', ask), 'gemini');
  write(always('other'));
  assert.equal(await flags.text('who', ask), 'built_in,x');
  write('{"flags": {');
  assert.equal(await flags.text('who', ask), 'built_in,x');
  rmSync(path);
  assert.equal(await flags.text('who', ask), 'built_in,x');
  write(always('one'));
  assert.equal(await flags.text('who', ask), 'gemini');
});

test('a file that is JSON and not one of flags is no reason to start, and changes nothing later', async () => {
  const fine = always('one').flags.who;
  const wrong = [
    { flag: {} },
    { flags: [] },
    { flags: { who: { ...fine, state: 'OFF' } } },
    { flags: { who: { ...fine, variants: {} } } },
    { flags: { who: { ...fine, variants: { one: 'gemini', other: false } } } },
    { flags: { who: { ...fine, defaultVariant: 'third' } } },
    { flags: { who: fine, another: 'off' } },
  ];
  for (const content of wrong) {
    write(always('one'));
    const flags = await open();
    write(content);
    assert.equal(await flags.text('who', ask), 'gemini', JSON.stringify(content));
    await assert.rejects(open(), StartError);
  }
});

test('a flag that is named and cannot be answered is told in the log; one that is not named is not', async () => {
  const told: unknown[] = [];
  const log = pino({ level: 'error' }, { write: (line: string) => told.push(JSON.parse(line)) });
  write(always('one'));
  const flags = await openFlags(path, log, { every_ms: 0 });
  assert.equal(await flags.isOn('nowhere', { key: 'a', fallback: true, unclear: false }), true);
  assert.deepEqual(told, []);
  assert.equal(await flags.isOn('who', { key: 'a', fallback: true }), true);
  assert.equal(await flags.isOn('who', { key: 'a', fallback: true, unclear: false }), false);
  assert.deepEqual(
    told.map((line) => [(line as { flag: string }).flag, (line as { code: string }).code]),
    [
      ['who', 'TYPE_MISMATCH'],
      ['who', 'TYPE_MISMATCH'],
    ],
  );
});

test('a share of people gets it, the same ones each time and in each process', async () => {
  const targeting = {
    fractional: [
      ['on', 25],
      ['off', 75],
    ],
  };
  write({ flags: { some: { state: 'ENABLED', variants: { on: true, off: false }, defaultVariant: 'off', targeting } } });
  const [flags, others] = [await open(), await open()];
  const people = Array.from({ length: 400 }, (_, i) => `person-${i}`);
  const got = await Promise.all(people.map((key) => flags.isOn('some', { key, fallback: false })));
  assert.deepEqual(await Promise.all(people.map((key) => others.isOn('some', { key, fallback: false }))), got);
  const share = got.filter(Boolean).length / people.length;
  assert.ok(share > 0.17 && share < 0.33, `${share}`);
});

test('two houses in one process keep their flags apart, and a file that cannot be read is a reason not to start', async () => {
  write(always('one'));
  const mine = await open();
  const elsewhere = join(folder, 'elsewhere.json');
  writeFileSync(elsewhere, JSON.stringify(always('other')));
  const theirs = await openFlags(elsewhere, quietLog);
  assert.deepEqual([await mine.text('who', ask), await theirs.text('who', ask)], ['gemini', 'built_in,x']);
  writeFileSync(elsewhere, 'flags: yaml');
  await assert.rejects(openFlags(elsewhere, quietLog), StartError);
  await assert.rejects(openFlags(join(folder, 'missing'), quietLog), StartError);
});
