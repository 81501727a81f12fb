/**
 * Writes ONNX models as protobuf: those that tests need, and those that are converted from another form.
 * Field numbers: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto (IR version 8, operator set 15).
 */
export interface OnnxDraft {
  nodes: readonly OnnxNode[];
  inputs: readonly OnnxValue[];
  outputs: readonly OnnxValue[];
  constants?: readonly OnnxConstant[];
}
/** What never changes: float32, or int64 where an operator wants whole numbers. */
export interface OnnxConstant {
  name: string;
  dims: readonly number[];
  data: readonly number[] | Float32Array | BigInt64Array;
}
export interface OnnxNode {
  op: string;
  inputs: readonly string[];
  output: string;
  /** Whole numbers, lists of them, or words. */
  attributes?: Readonly<Record<string, number | readonly number[] | string>>;
}
/** A tensor that comes in or goes out; a side with a name may have any length. */
export interface OnnxValue {
  name: string;
  type: keyof typeof types;
  dims: readonly (number | string)[];
}

const types = { float32: 1, int64: 7 } as const;

export function writeOnnx({ nodes, inputs, outputs, constants = [] }: OnnxDraft): Uint8Array {
  const graph = join(
    ...nodes.map((one) => message(1, nodeProto(one))),
    text(2, 'graph'),
    ...constants.map((one) => message(5, tensorProto(one))),
    ...inputs.map((one) => message(11, valueProto(one))),
    ...outputs.map((one) => message(12, valueProto(one))),
  );
  return join(number(1, 8), message(8, number(2, 15)), message(7, graph));
}

function nodeProto({ op, inputs, output, attributes = {} }: OnnxNode): Uint8Array {
  const named = Object.entries(attributes).map(([name, value]) => message(5, attributeProto(name, value)));
  return join(...inputs.map((name) => text(1, name)), text(2, output), text(4, op), ...named);
}

function attributeProto(name: string, value: number | readonly number[] | string): Uint8Array {
  const [int, word, ints] = [2, 3, 7];
  if (typeof value === 'string') return join(text(1, name), text(4, value), number(20, word));
  if (typeof value === 'number') return join(text(1, name), number(3, value), number(20, int));
  return join(text(1, name), ...value.map((one) => number(8, one)), number(20, ints));
}

function tensorProto({ name, dims, data }: OnnxConstant): Uint8Array {
  const is_whole = data instanceof BigInt64Array;
  const numbers = is_whole || data instanceof Float32Array ? data : Float32Array.from(data);
  const raw = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  return join(...dims.map((side) => number(1, side)), number(2, types[is_whole ? 'int64' : 'float32']), text(8, name), message(9, raw));
}

function valueProto({ name, type, dims }: OnnxValue): Uint8Array {
  const sides = dims.map((side) => message(1, typeof side === 'number' ? number(1, side) : text(2, side)));
  return join(text(1, name), message(2, message(1, join(number(1, types[type]), message(2, join(...sides))))));
}

const number = (field: number, value: number): Uint8Array => join(varint(field << 3), varint(value));
const message = (field: number, bytes: Uint8Array): Uint8Array => join(varint((field << 3) | 2), varint(bytes.length), bytes);
const text = (field: number, value: string): Uint8Array => message(field, new TextEncoder().encode(value));

function join(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** Seven bits a byte, the lowest first. */
function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return Uint8Array.from([...bytes, rest]);
}
