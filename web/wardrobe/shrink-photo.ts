/** Longer sides say nothing more of a garment, and cost the sender time, px. */
const side_max = 3000;
/** JPEG, 0..1: a cut-out's edges still see what they need. */
const quality = 0.9;
/** A photo that is small already goes as it is, bytes: drawing it again would only lose. */
const small_bytes = 600_000;
/** Somebody cut it out already where so much of it is see-through, 0..1; as the server judges. */
const clear_min = 0.02;
/** Enough to tell it by, px a side. */
const look_side = 64;

/**
 * Makes a large photo as small as a garment needs, in the browser: turned upright, its longer side 3000 px; what is cut out already
 * stays so. What is small already, or the browser cannot read, goes as it is: the server says what is wrong with it, and takes out
 * what a camera wrote (where, when).
 */
export async function shrinkPhoto(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
  if (!picture) return file;
  try {
    const scale = Math.min(1, side_max / Math.max(picture.width, picture.height));
    if (scale === 1 && file.size <= small_bytes) return file;
    const canvas = new OffscreenCanvas(Math.max(1, Math.round(picture.width * scale)), Math.max(1, Math.round(picture.height * scale)));
    const is_cut_out = isCutOut(picture);
    const ground = canvas.getContext('2d')!;
    // Of a photo, what is transparent would turn black.
    ground.fillStyle = '#ffffff';
    if (!is_cut_out) ground.fillRect(0, 0, canvas.width, canvas.height);
    ground.drawImage(picture, 0, 0, canvas.width, canvas.height);
    // A browser that writes no WebP gives a PNG.
    const smaller = await canvas.convertToBlob({ type: is_cut_out ? 'image/webp' : 'image/jpeg', quality });
    return smaller.size < file.size ? smaller : file;
  } finally {
    picture.close();
  }
}

function isCutOut(picture: ImageBitmap): boolean {
  const canvas = new OffscreenCanvas(look_side, look_side);
  const ground = canvas.getContext('2d', { willReadFrequently: true })!;
  ground.drawImage(picture, 0, 0, look_side, look_side);
  const { data } = ground.getImageData(0, 0, look_side, look_side);
  let clear = 0;
  for (let i = 3; i < data.length; i += 4) clear += 1 - data[i]! / 255;
  return clear > clear_min * look_side * look_side;
}
