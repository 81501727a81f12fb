/** A mask of `count` pixels: 1 where `is`. A plain loop takes a tenth of the time of `Uint8Array.from` with a function. */
export function maskWhere(count: number, is: (index: number) => boolean): Uint8Array {
  const mask = new Uint8Array(count);
  for (let i = 0; i < count; i++) if (is(i)) mask[i] = 1;
  return mask;
}
