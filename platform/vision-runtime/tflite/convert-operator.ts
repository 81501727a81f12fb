import type { Draft } from './draft.ts';
import type { TfliteOperator } from './read-tflite.ts';

/** What is computed of what: named by its number in the schema's BuiltinOperator, or by its own name when it is none of them. */
const converters: Record<string, (draft: Draft, operator: TfliteOperator) => void> = {
  0: binary('Add'),
  1: pool('AveragePool'),
  3: convolution,
  4: depthwise,
  6: (draft, { inputs, output }) => draft.widen(inputs[0]!, output),
  14: unary('Sigmoid'),
  17: pool('MaxPool'),
  18: binary('Mul'),
  19: unary('Relu'),
  22: reshape,
  23: resizeBilinear,
  34: pad,
  117: unary('HardSwish'),
  Convolution2DTransposeBias: transposeConvolution,
};

/** Writes the nodes of one operator. Throws on one that is not known. */
export function convertOperator(draft: Draft, operator: TfliteOperator): void {
  const convert = converters[operator.kind];
  if (!convert) throw new TypeError(`The TensorFlow Lite operator ${operator.kind} is not known here.`);
  convert(draft, operator);
}

function unary(op: string) {
  return (draft: Draft, { inputs, output }: TfliteOperator): void => {
    draft.add(op, [draft.operandOf(inputs[0]!)], draft.nameOf(output));
  };
}

function binary(op: string) {
  return (draft: Draft, { inputs, output, options }: TfliteOperator): void => {
    activated(draft, output, options?.byte(0), (name) =>
      draft.add(
        op,
        inputs.map((index) => draft.operandOf(index)),
        name,
      ),
    );
  };
}

function pool(op: string) {
  return (draft: Draft, { inputs, output, options }: TfliteOperator): void => {
    const kernel = [options?.int(4) ?? 1, options?.int(3) ?? 1];
    const strides = [options?.int(2) ?? 1, options?.int(1) ?? 1];
    const pads = padsOf(draft, { inputs, output, padding: options?.byte(0), kernel, strides, dilations: [1, 1] });
    activated(draft, output, options?.byte(5), (name) =>
      draft.add(op, [draft.nameOf(inputs[0]!)], name, { kernel_shape: kernel, strides, pads }),
    );
  };
}

/** Weights stand as [out, height, width, in]. */
function convolution(draft: Draft, { inputs, output, options }: TfliteOperator): void {
  const strides = [options?.int(2, 1) ?? 1, options?.int(1, 1) ?? 1];
  const dilations = [options?.int(5, 1) ?? 1, options?.int(4, 1) ?? 1];
  const weights = draft.keepWeights(inputs[1]!, [0, 3, 1, 2]);
  convolve(draft, { inputs, output, weights, strides, dilations, group: 1, padding: options?.byte(0), activation: options?.byte(3) });
}

/** Weights stand as [1, height, width, channels]; each channel has its own. */
function depthwise(draft: Draft, { inputs, output, options }: TfliteOperator): void {
  const strides = [options?.int(2, 1) ?? 1, options?.int(1, 1) ?? 1];
  const dilations = [options?.int(6, 1) ?? 1, options?.int(5, 1) ?? 1];
  const weights = draft.keepWeights(inputs[1]!, [3, 0, 1, 2]);
  const group = draft.dimsOf(inputs[0]!)[3]!;
  convolve(draft, { inputs, output, weights, strides, dilations, group, padding: options?.byte(0), activation: options?.byte(4) });
}

interface Convolution {
  inputs: readonly number[];
  output: number;
  weights: string;
  strides: number[];
  dilations: number[];
  group: number;
  padding: number | undefined;
  activation: number | undefined;
}

function convolve(draft: Draft, { inputs, output, weights, strides, dilations, group, padding, activation }: Convolution): void {
  const kernel = draft.dimsOf(inputs[1]!).slice(1, 3);
  const pads = padsOf(draft, { inputs, output, padding, kernel, strides, dilations });
  const bias = inputs[2] === undefined || inputs[2] < 0 ? [] : [draft.keepWeights(inputs[2])];
  activated(draft, output, activation, (name) =>
    draft.add('Conv', [draft.nameOf(inputs[0]!), weights, ...bias], name, { kernel_shape: kernel, strides, dilations, group, pads }),
  );
}

/** Its own options are three int32: padding, then strides across and down. Only what it takes to double a picture is known. */
function transposeConvolution(draft: Draft, { inputs, output, custom_options }: TfliteOperator): void {
  const view = new DataView(custom_options.buffer, custom_options.byteOffset, custom_options.byteLength);
  const strides = [view.getInt32(8, true), view.getInt32(4, true)];
  const kernel = draft.dimsOf(inputs[1]!).slice(1, 3);
  const spans = draft.dimsOf(inputs[0]!).slice(1, 3);
  const wanted = draft.dimsOf(output).slice(1, 3);
  if (spans.some((span, side) => (span - 1) * strides[side]! + kernel[side]! !== wanted[side]))
    throw new TypeError('A transposed convolution with borders is not known here.');
  const inputs_named = [draft.nameOf(inputs[0]!), draft.keepWeights(inputs[1]!, [3, 0, 1, 2]), draft.keepWeights(inputs[2]!)];
  draft.add('ConvTranspose', inputs_named, draft.nameOf(output), { kernel_shape: kernel, strides });
}

/** Numbers keep the order that the model gives them. */
function reshape(draft: Draft, { inputs, output }: TfliteOperator): void {
  const name = draft.nameOf(output);
  const shape = draft.keepWhole(`${name}_shape`, draft.dimsOf(output));
  draft.takeModelOrder(draft.add('Reshape', [draft.asModelOrders(inputs[0]!), shape], `${name}_last`), output);
}

function resizeBilinear(draft: Draft, { inputs, output, options }: TfliteOperator): void {
  const name = draft.nameOf(output);
  const [, height, width, channels] = draft.dimsOf(output);
  const sizes = draft.keepWhole(`${name}_sizes`, [1, channels!, height!, width!]);
  const way = options?.byte(3) ? 'half_pixel' : options?.byte(2) ? 'align_corners' : 'asymmetric';
  draft.add('Resize', [draft.nameOf(inputs[0]!), '', '', sizes], name, { mode: 'linear', coordinate_transformation_mode: way });
}

/** Zeros before and after each side, told in pairs. */
function pad(draft: Draft, { inputs, output }: TfliteOperator): void {
  const name = draft.nameOf(output);
  const pairs = draft.numbersOf(inputs[1]!);
  if (!pairs || pairs.length !== 8) throw new TypeError('Borders that are not told beforehand are not known here.');
  const sides = [0, 3, 1, 2];
  const pads = draft.keepWhole(
    `${name}_pads`,
    [0, 1].flatMap((end) => sides.map((side) => pairs[2 * side + end]!)),
  );
  draft.add('Pad', [draft.nameOf(inputs[0]!), pads], name);
}

interface Window {
  inputs: readonly number[];
  output: number;
  padding: number | undefined;
  kernel: readonly number[];
  strides: readonly number[];
  dilations: readonly number[];
}

/** Zeros around, as [top, left, bottom, right]: as many as the output wants, the odd one behind. A padding of 1 is none. */
function padsOf(draft: Draft, { inputs, output, padding, kernel, strides, dilations }: Window): number[] {
  if (padding === 1) return [0, 0, 0, 0];
  const whole = [0, 1].map((side) => {
    const span = draft.dimsOf(inputs[0]!)[side + 1]!;
    const count = draft.dimsOf(output)[side + 1]!;
    return Math.max(0, (count - 1) * strides[side]! + (kernel[side]! - 1) * dilations[side]! + 1 - span);
  });
  const before = whole.map((zeros) => Math.floor(zeros / 2));
  return [...before, ...whole.map((zeros, side) => zeros - before[side]!)];
}

/** Writes an operator, and its own activation behind it. */
function activated(draft: Draft, output: number, activation: number | undefined, write: (name: string) => void): void {
  const name = draft.nameOf(output);
  if (!activation) return write(name);
  const before = `${name}_before`;
  write(before);
  if (activation === 1) draft.add('Relu', [before], name);
  else if (activation === 3) draft.add('Clip', [before, draft.keep('zero', [], [0]), draft.keep('six', [], [6])], name);
  else throw new TypeError(`The TensorFlow Lite activation ${activation} is not known here.`);
}
