/**
 * Writes the smallest ONNX model that the tests need: `y = x + x` over [count] float32, as protobuf.
 * Field numbers: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto (IR version 8, operator set 13).
 */
export function writeDoublingModel(count: number): Uint8Array {
  const node = [text(1, 'x'), text(1, 'x'), text(2, 'y'), text(4, 'Add')].flat();
  const graph = [message(1, node), text(2, 'doubling'), message(11, floats('x', count)), message(12, floats('y', count))].flat();
  return Uint8Array.from([...number(1, 8), ...message(8, number(2, 13)), ...message(7, graph)]);
}

/** ValueInfoProto of float32 [count]. */
function floats(name: string, count: number): number[] {
  const shape = message(1, number(1, count));
  return [...text(1, name), ...message(2, message(1, [...number(1, 1), ...message(2, shape)]))];
}

const number = (field: number, value: number): number[] => [field << 3, value];
const message = (field: number, bytes: readonly number[]): number[] => [(field << 3) | 2, bytes.length, ...bytes];
const text = (field: number, value: string): number[] => message(field, [...new TextEncoder().encode(value)]);
