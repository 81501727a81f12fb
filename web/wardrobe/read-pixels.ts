/** Reads a picture’s pixels, upright, with its longer side at most `side` px. Rejects on what is no picture. */
export async function readPixels(picture: Blob, side: number): Promise<ImageData> {
  const bitmap = await createImageBitmap(picture, { imageOrientation: 'from-image' });
  try {
    const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
    const canvas = new OffscreenCanvas(Math.max(1, Math.round(bitmap.width * scale)), Math.max(1, Math.round(bitmap.height * scale)));
    const context = canvas.getContext('2d', { willReadFrequently: true })!;
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    return context.getImageData(0, 0, canvas.width, canvas.height);
  } finally {
    bitmap.close();
  }
}

/** Fetches a picture of ours. Rejects where it is not there. */
export async function fetchPicture(address: string, signal: AbortSignal): Promise<Blob> {
  const answer = await fetch(address, { signal, credentials: 'same-origin' });
  if (!answer.ok) throw new Error(`no picture: ${answer.status}`);
  return answer.blob();
}
