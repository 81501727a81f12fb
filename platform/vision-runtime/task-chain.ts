import { keepTensorModel } from './keep-tensor-model.ts';

/** What the test of threads that are ended computes: one network after the other, until its thread ends. */
export async function computeOnAndOn({ file, side }: { file: string; side: number }): Promise<never> {
  const model = await keepTensorModel(new URL(file));
  const x = { data: new Float32Array(side * side), dims: [side, side] };
  for (;;) await model.run({ x });
}
