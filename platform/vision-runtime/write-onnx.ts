/**
 * Writes the small ONNX models that tests need, as protobuf.
 * Field numbers: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto (IR version 8, operator set 13).
 */
export interface OnnxDraft {
  nodes: readonly OnnxNode[];
  inputs: readonly OnnxValue[];
  outputs: readonly OnnxValue[];
  /** Constants of float32. */
  constants?: readonly { name: string; dims: readonly number[]; data: readonly number[] }[];
}
export interface OnnxNode {
  op: string;
  inputs: readonly string[];
  output: string;
  /** Whole numbers, or lists of them. */
  attributes?: Readonly<Record<string, number | readonly number[]>>;
}
/** A tensor that comes in or goes out; a side with a name may have any length. */
export interface OnnxValue {
  name: string;
  type: keyof typeof types;
  dims: readonly (number | string)[];
}

const types = { float32: 1, int64: 7 } as const;

export function writeOnnx({ nodes, inputs, outputs, constants = [] }: OnnxDraft): Uint8Array {
  const graph = [
    ...nodes.flatMap((one) => message(1, nodeProto(one))),
    ...text(2, 'graph'),
    ...constants.flatMap((one) => message(5, tensorProto(one))),
    ...inputs.flatMap((one) => message(11, valueProto(one))),
    ...outputs.flatMap((one) => message(12, valueProto(one))),
  ];
  return Uint8Array.from([...number(1, 8), ...message(8, number(2, 13)), ...message(7, graph)]);
}

function nodeProto({ op, inputs, output, attributes = {} }: OnnxNode): number[] {
  const named = Object.entries(attributes).flatMap(([name, value]) => message(5, attributeProto(name, value)));
  return [...inputs.flatMap((name) => text(1, name)), ...text(2, output), ...text(4, op), ...named];
}

function attributeProto(name: string, value: number | readonly number[]): number[] {
  const [int, ints] = [2, 7];
  return typeof value === 'number'
    ? [...text(1, name), ...number(3, value), ...number(20, int)]
    : [...text(1, name), ...value.flatMap((one) => number(8, one)), ...number(20, ints)];
}

function tensorProto({ name, dims, data }: { name: string; dims: readonly number[]; data: readonly number[] }): number[] {
  const raw = new Uint8Array(Float32Array.from(data).buffer);
  return [...dims.flatMap((side) => number(1, side)), ...number(2, types.float32), ...text(8, name), ...message(9, [...raw])];
}

function valueProto({ name, type, dims }: OnnxValue): number[] {
  const sides = dims.flatMap((side) => message(1, typeof side === 'number' ? number(1, side) : text(2, side)));
  return [...text(1, name), ...message(2, message(1, [...number(1, types[type]), ...message(2, sides)]))];
}

const number = (field: number, value: number): number[] => [...varint(field << 3), ...varint(value)];
const message = (field: number, bytes: readonly number[]): number[] => [...varint((field << 3) | 2), ...varint(bytes.length), ...bytes];
const text = (field: number, value: string): number[] => message(field, [...new TextEncoder().encode(value)]);

/** Seven bits a byte, the lowest first. */
function varint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) | 128, ...varint(Math.floor(value / 128))];
}
