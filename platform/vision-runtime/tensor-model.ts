/** Numbers in a shape, row-major: `data.length` is the product of `dims`. */
export interface FloatTensor {
  data: Float32Array;
  dims: readonly number[];
}

/** A network that turns named tensors into named tensors. Never changes: the same numbers in give the same numbers out. */
export interface TensorModel {
  input_names: readonly string[];
  output_names: readonly string[];
  /** Throws when an input is missing, or of a shape that the model does not take. */
  run: (inputs: Readonly<Record<string, FloatTensor>>) => Promise<Record<string, FloatTensor>>;
  close: () => Promise<void>;
}
