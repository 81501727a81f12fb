import type { OnnxConstant, OnnxDraft, OnnxNode } from '../write-onnx.ts';
import type { TfliteModel, TfliteTensor } from './read-tflite.ts';
import { reorder } from './reorder.ts';

/** Order of sides when channels go first, and when they go last again. */
const channels_first = [0, 3, 1, 2];
const channels_last = [0, 2, 3, 1];

/** An ONNX graph while it is written, beside the model that it is written from. */
export interface Draft {
  /** Sides of a tensor as the model tells them: channels last. */
  dimsOf: (index: number) => readonly number[];
  /** What the model knows beforehand. */
  numbersOf: (index: number) => TfliteTensor['numbers'];
  /** Says that one tensor is another in wider numbers, which a constant is from the start. */
  widen: (from: number, to: number) => void;
  /** The name of what is computed, in the graph. */
  nameOf: (index: number) => string;
  /** Writes a node; gives the name of what it computes. */
  add: (op: string, inputs: readonly string[], output: string, attributes?: OnnxNode['attributes']) => string;
  /** Keeps a constant; gives its name. */
  keep: (name: string, dims: readonly number[], data: OnnxConstant['data']) => string;
  keepWhole: (name: string, numbers: readonly number[]) => string;
  /** Numbers that the model knows, with their sides in another order. */
  keepWeights: (index: number, order?: readonly number[]) => string;
  /** What an operator reads: what was computed, or a constant with its channels where they are looked for. */
  operandOf: (index: number) => string;
  /** What was computed, as the model orders it. */
  asModelOrders: (index: number) => string;
  /** Puts what stands in the model's order where the graph looks for it. */
  takeModelOrder: (name: string, index: number) => void;
  finish: () => OnnxDraft;
}

/** Begins a graph with the inputs of a model. */
export function startDraft(model: TfliteModel): Draft {
  const nodes: OnnxNode[] = [];
  const constants = new Map<string, OnnxConstant>();
  const widened = new Map<number, number>();

  const tensorOf = (index: number): TfliteTensor => {
    const tensor = model.tensors[index];
    if (!tensor) throw new RangeError(`The model speaks of a tensor ${index}, which it has not.`);
    return tensor;
  };
  const dimsOf = (index: number) => tensorOf(index).dims;
  const numbersOf = (index: number) => tensorOf(widened.get(index) ?? index).numbers;
  const nameOf = (index: number) => `t${index}`;
  const add: Draft['add'] = (op, inputs, output, attributes) => {
    nodes.push({ op, inputs, output, ...(attributes && { attributes }) });
    return output;
  };
  const keep: Draft['keep'] = (name, dims, data) => {
    constants.set(name, { name, dims, data });
    return name;
  };
  const keepWeights: Draft['keepWeights'] = (index, order = dimsOf(index).map((_, side) => side)) => {
    const numbers = numbersOf(index);
    if (!(numbers instanceof Float32Array)) throw new TypeError(`${tensorOf(index).name} holds no constant float numbers.`);
    const dims = dimsOf(index);
    const name = `w${index}_${order.join('')}`;
    return constants.has(name)
      ? name
      : keep(
          name,
          order.map((side) => dims[side]!),
          reorder(numbers, dims, order),
        );
  };
  const asModelOrders = (index: number) =>
    dimsOf(index).length === 4 ? add('Transpose', [nameOf(index)], `${nameOf(index)}_last`, { perm: channels_last }) : nameOf(index);
  const takeModelOrder: Draft['takeModelOrder'] = (name, index) => {
    if (dimsOf(index).length === 4) add('Transpose', [name], nameOf(index), { perm: channels_first });
    else add('Identity', [name], nameOf(index));
  };

  for (const input of model.inputs) takeModelOrder(tensorOf(input).name, input);
  return {
    dimsOf,
    numbersOf,
    widen: (from, to) => void widened.set(to, from),
    nameOf,
    add,
    keep,
    keepWhole: (name, numbers) => keep(name, [numbers.length], BigInt64Array.from(numbers, BigInt)),
    keepWeights,
    operandOf: (index) => {
      const numbers = numbersOf(index);
      if (!numbers) return nameOf(index);
      if (dimsOf(index).length === 4) return keepWeights(index, channels_first);
      return keep(`w${index}_channels`, [1, numbers.length, 1, 1], Float32Array.from(numbers));
    },
    asModelOrders,
    takeModelOrder,
    finish: () => {
      for (const output of model.outputs) add('Identity', [asModelOrders(output)], tensorOf(output).name);
      const valueOf = (index: number) => ({ name: tensorOf(index).name, type: 'float32', dims: dimsOf(index) }) as const;
      return { nodes, inputs: model.inputs.map(valueOf), outputs: model.outputs.map(valueOf), constants: [...constants.values()] };
    },
  };
}
