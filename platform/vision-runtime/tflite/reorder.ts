/** Numbers of a shape, row-major, with its sides in another order: the first of the result is `order[0]` of what is given. */
export function reorder(numbers: Float32Array, dims: readonly number[], order: readonly number[]): Float32Array {
  const strides = dims.map((_, side) => dims.slice(side + 1).reduce((product, length) => product * length, 1));
  const moved = new Float32Array(numbers.length);
  const place = order.map(() => 0);
  let from = 0;
  for (let index = 0; index < moved.length; index++) {
    moved[index] = numbers[from]!;
    // The last side counts up first; a full one starts over and carries.
    for (let at = order.length - 1; at >= 0; at--) {
      const [length, stride] = [dims[order[at]!]!, strides[order[at]!]!];
      from += stride;
      place[at] = place[at]! + 1;
      if (place[at]! < length) break;
      place[at] = 0;
      from -= length * stride;
    }
  }
  return moved;
}
