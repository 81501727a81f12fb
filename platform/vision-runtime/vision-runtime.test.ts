import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { makeWorkers } from '#platform/workers/make-workers.ts';
import { keepTensorModel } from './keep-tensor-model.ts';
import { openTensorModel } from './open-tensor-model.ts';
import { writeDoublingModel } from './write-doubling-model.ts';
import { writeOnnx } from './write-onnx.ts';

const folder = mkdtempSync(join(tmpdir(), 'toile models '));
after(() => rmSync(folder, { recursive: true }));
const file = pathToFileURL(join(folder, 'doubling.onnx'));
writeFileSync(file, writeDoublingModel(3));

const x = { data: Float32Array.of(1, 2.5, -3), dims: [3] };

test('a model opened from a file whose path has spaces, or from its bytes, computes', async () => {
  for (const source of [file, writeDoublingModel(3)]) {
    const model = await openTensorModel(source);
    assert.deepEqual([model.input_names, model.output_names], [['x'], ['y']]);
    const { y } = await model.run({ x });
    assert.deepEqual([[...y!.data], y!.dims], [[2, 5, -6], [3]]);
    await model.close();
  }
});

test('numbers that do not fill their shape, a wrong shape and a missing input are refused', async () => {
  const model = await openTensorModel(file);
  await assert.rejects(model.run({ x: { data: Float32Array.of(1), dims: [3] } }), /1 numbers for a shape of 3/);
  await assert.rejects(model.run({ x: { data: Float32Array.of(1, 2), dims: [2] } }));
  await assert.rejects(model.run({}));
  await model.close();
});

test('what is no model is refused, and asked for again once it is one', async () => {
  const late = pathToFileURL(join(folder, 'late.onnx'));
  await assert.rejects(keepTensorModel(late));
  writeFileSync(late, writeDoublingModel(2));
  const model = await keepTensorModel(late);
  assert.equal(await keepTensorModel(late), model);
  await model.close();
});

test('a worker thread computes with its own copy, and the program outlives its end', async () => {
  const workers = makeWorkers({ threads_max: 2 });
  const task = {
    module: new URL('task-doubling.ts', import.meta.url),
    name: 'doubleNumbers',
    input: { file: file.href, numbers: [4, 5, 6] },
  };
  assert.deepEqual(await Promise.all([workers.run(task), workers.run(task)]), [
    [8, 10, 12],
    [8, 10, 12],
  ]);
  await workers.stop();
});

test('a thread may be ended in the middle of a network: late, left or stopped, the program goes on', async () => {
  // Ten matrix products of 400 x 400, so that nearly all of a thread's time is spent in the network.
  const side = 400;
  const names = ['x', ...Array.from({ length: 9 }, (_, n) => `h${n}`), 'y'];
  const nodes = names.slice(1).map((output, n) => ({ op: 'MatMul', inputs: [names[n]!, 'x'], output }));
  const value = (name: string) => ({ name, type: 'float32', dims: [side, side] }) as const;
  const chain = pathToFileURL(join(folder, 'chain.onnx'));
  writeFileSync(chain, writeOnnx({ nodes, inputs: [value('x')], outputs: [value('y')] }));
  const program = fileURLToPath(new URL('end-threads-program.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [program, chain.href, String(side)]);
  assert.equal(stdout, 'WorkerLate WorkerLate RangeError\n'.repeat(3));
});
