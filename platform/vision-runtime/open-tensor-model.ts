import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { inNativeTurn } from '#platform/workers/native-turn.ts';
import { convertTflite } from './tflite/convert-tflite.ts';
import type { FloatTensor, TensorModel } from './tensor-model.ts';

/**
 * One thread and no parallel branches: sums are taken in one order, so results repeat to the bit on one machine, and
 * several worker threads do not fight over the cores. Memory goes back after each run; a model idles most of the time.
 */
const options: InferenceSession.SessionOptions = {
  executionProviders: ['cpu'],
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  graphOptimizationLevel: 'all',
  enableCpuMemArena: false,
  // Warnings of the runtime are about its own optimisations; failures are thrown.
  logSeverityLevel: 3,
};

/**
 * Opens an ONNX file, or its bytes, on the CPU; about 10 ms a megabyte. A file that ends in `.tflite` is converted first, about 50 ms a
 * megabyte. `run` computes on the calling thread: call it in a worker.
 */
export async function openTensorModel(source: URL | Uint8Array): Promise<TensorModel> {
  const session = await inNativeTurn(() => openSession(source));
  return {
    input_names: session.inputNames,
    output_names: session.outputNames,
    run: async (inputs) => {
      const feeds = Object.fromEntries(Object.entries(inputs).map(([name, one]) => [name, toTensor(name, one)]));
      const answer = await inNativeTurn(() => session.run(feeds));
      return Object.fromEntries(Object.entries(answer).map(([name, one]) => [name, fromTensor(name, one)]));
    },
    close: () => inNativeTurn(() => session.release()),
  };
}

async function openSession(source: URL | Uint8Array): Promise<InferenceSession> {
  if (source instanceof Uint8Array) return InferenceSession.create(source, options);
  if (!source.pathname.endsWith('.tflite')) return InferenceSession.create(fileURLToPath(source), options);
  return InferenceSession.create(convertTflite(await readFile(source)), options);
}

function toTensor(name: string, { data, dims }: FloatTensor): Tensor {
  const count = dims.reduce((product, side) => product * side, 1);
  if (count !== data.length) throw new RangeError(`${name} has ${data.length} numbers for a shape of ${dims.join(' x ')}.`);
  return new Tensor('float32', data, dims);
}

function fromTensor(name: string, { data, dims }: Tensor): FloatTensor {
  if (!(data instanceof Float32Array)) throw new TypeError(`The model's ${name} is not float32.`);
  return { data, dims };
}
