import { type Table, readRoot } from './flatbuffer.ts';

/** Field numbers: https://github.com/tensorflow/tensorflow/blob/master/tensorflow/compiler/mlir/lite/schema/schema.fbs (version 3). */

/** What flows through a network: activations are [1, height, width, channels]. */
export interface TfliteTensor {
  name: string;
  dims: readonly number[];
  /** Numbers of a constant. */
  numbers?: Float32Array | Int32Array;
}
export interface TfliteOperator {
  /** Number of a built-in one, or the name of a custom one. */
  kind: number | string;
  /** Numbers of tensors; an optional one that is missing is -1. */
  inputs: readonly number[];
  output: number;
  options: Table | undefined;
  /** Of a custom one, in its own form. */
  custom_options: Uint8Array;
}
export interface TfliteModel {
  tensors: readonly TfliteTensor[];
  operators: readonly TfliteOperator[];
  inputs: readonly number[];
  outputs: readonly number[];
}

const identifier = 'TFL3';

/** Reads a TensorFlow Lite model of one graph. Throws when it is none. */
export function readTflite(bytes: Uint8Array): TfliteModel {
  if (new TextDecoder().decode(bytes.subarray(4, 8)) !== identifier) throw new TypeError('This is no TensorFlow Lite model.');
  const model = readRoot(bytes);
  const buffers = model.tables(4).map((one) => one.bytes(0));
  const kinds = model.tables(1).map((one) => one.text(1) || Math.max(one.byte(0), one.int(3)));
  const [graph] = model.tables(2);
  if (!graph) throw new TypeError('This TensorFlow Lite model has no graph.');
  return {
    tensors: graph.tables(0).map((one) => readTensor(one, buffers[one.int(2)])),
    operators: graph.tables(3).map((one) => ({
      kind: kinds[one.int(0)] ?? '',
      inputs: one.ints(1),
      output: one.ints(2)[0] ?? -1,
      options: one.table(4),
      custom_options: one.bytes(5),
    })),
    inputs: graph.ints(1),
    outputs: graph.ints(2),
  };
}

function readTensor(table: Table, data: Uint8Array | undefined): TfliteTensor {
  const numbers = data && data.length > 0 ? readNumbers(table.byte(1), data) : undefined;
  return { name: table.text(3), dims: table.ints(0), ...(numbers && { numbers }) };
}

/** Types as TensorType counts them: 0 float32, 1 float16, 2 int32. Others are no weights. */
function readNumbers(type: number, data: Uint8Array): Float32Array | Int32Array | undefined {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (type === 0) return fill(new Float32Array(data.length / 4), (at) => view.getFloat32(4 * at, true));
  if (type === 1) return fill(new Float32Array(data.length / 2), (at) => halfFloat(view.getUint16(2 * at, true)));
  if (type === 2) return fill(new Int32Array(data.length / 4), (at) => view.getInt32(4 * at, true));
  return undefined;
}

function fill<A extends Float32Array | Int32Array>(numbers: A, read: (at: number) => number): A {
  for (let at = 0; at < numbers.length; at++) numbers[at] = read(at);
  return numbers;
}

/** The number of an IEEE 754 binary16. */
function halfFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
