import { keepTensorModel } from './keep-tensor-model.ts';

/** What the test of worker threads runs in one. */
export async function doubleNumbers({ file, numbers }: { file: string; numbers: number[] }): Promise<number[]> {
  const model = await keepTensorModel(new URL(file));
  const { y } = await model.run({ x: { data: Float32Array.from(numbers), dims: [numbers.length] } });
  return [...y!.data];
}
