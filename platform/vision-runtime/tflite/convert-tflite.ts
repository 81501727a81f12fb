import { writeOnnx } from '../write-onnx.ts';
import { convertOperator } from './convert-operator.ts';
import { startDraft } from './draft.ts';
import { readTflite } from './read-tflite.ts';

/**
 * Turns a TensorFlow Lite model into an ONNX one of the same inputs and outputs (names, shapes, order of sides), computing in float32.
 * Inside, channels stand first, as ONNX wants them. Throws on what is no such model and on an operator that it does not know.
 */
export function convertTflite(bytes: Uint8Array): Uint8Array {
  const model = readTflite(bytes);
  const draft = startDraft(model);
  for (const operator of model.operators) convertOperator(draft, operator);
  return writeOnnx(draft.finish());
}
