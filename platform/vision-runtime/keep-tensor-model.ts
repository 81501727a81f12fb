import { openTensorModel } from './open-tensor-model.ts';
import type { TensorModel } from './tensor-model.ts';

/** Opened once a thread: a worker answers many pictures, and opening takes longer than one of them. */
const kept = new Map<string, Promise<TensorModel>>();

/** Gives the model of a file, opened at the first ask of this thread and kept until the thread ends. A failed opening is tried again. */
export function keepTensorModel(file: URL): Promise<TensorModel> {
  const known = kept.get(file.href);
  if (known) return known;
  const opening = openTensorModel(file);
  kept.set(file.href, opening);
  opening.catch(() => kept.delete(file.href));
  return opening;
}
