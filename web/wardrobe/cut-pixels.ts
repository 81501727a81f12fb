/** Gives pixels their opacity, as a PNG. `alpha`: [height x width] 0..255. */
export function cutPixels({ width, height, data }: ImageData, alpha: Uint8Array): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const cut = new ImageData(new Uint8ClampedArray(data), width, height);
  for (let i = 0; i < alpha.length; i++) cut.data[i * 4 + 3] = alpha[i]!;
  canvas.getContext('2d')!.putImageData(cut, 0, 0);
  return canvas.convertToBlob({ type: 'image/png' });
}

/** Writes a mask as a grey PNG in base64. */
export async function maskPng({ width, height }: { width: number; height: number }, alpha: Uint8Array): Promise<string> {
  const canvas = new OffscreenCanvas(width, height);
  const grey = new ImageData(width, height);
  for (let i = 0; i < alpha.length; i++) grey.data.set([alpha[i]!, alpha[i]!, alpha[i]!, 255], i * 4);
  canvas.getContext('2d')!.putImageData(grey, 0, 0);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
