/** Longer sides say nothing more of a garment, and cost the sender time, px. */
const side_max = 3000;
/** JPEG, 0..1: a cut-out's edges still see what they need. */
const quality = 0.9;
/** A photo that is small already goes as it is, bytes: drawing it again would only lose. */
const small_bytes = 600_000;

/**
 * Makes a large photo as small as a garment needs, in the browser: turned upright, its longer side 3000 px. What is small already,
 * or the browser cannot read, goes as it is: the server says what is wrong with it, and takes out what a camera wrote (where, when).
 */
export async function shrinkPhoto(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
  if (!picture) return file;
  try {
    const scale = Math.min(1, side_max / Math.max(picture.width, picture.height));
    if (scale === 1 && file.size <= small_bytes) return file;
    const canvas = new OffscreenCanvas(Math.max(1, Math.round(picture.width * scale)), Math.max(1, Math.round(picture.height * scale)));
    // What is transparent would turn black.
    const ground = canvas.getContext('2d')!;
    ground.fillStyle = '#ffffff';
    ground.fillRect(0, 0, canvas.width, canvas.height);
    ground.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const smaller = await canvas.convertToBlob({ type: 'image/jpeg', quality });
    return smaller.size < file.size ? smaller : file;
  } finally {
    picture.close();
  }
}
