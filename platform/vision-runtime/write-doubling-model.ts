import { writeOnnx } from './write-onnx.ts';

/** Writes the smallest model that the tests need: `y = x + x` over [count] float32. */
export function writeDoublingModel(count: number): Uint8Array {
  const value = (name: string) => ({ name, type: 'float32', dims: [count] }) as const;
  return writeOnnx({ nodes: [{ op: 'Add', inputs: ['x', 'x'], output: 'y' }], inputs: [value('x')], outputs: [value('y')] });
}
