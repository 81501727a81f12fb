import type { Client } from '#contract/client.ts';
import type { PersonPhoto } from '#contract/tryon.ts';
import { sendFile } from '#web/api/send-file.ts';
import { shrinkPhoto } from '#web/wardrobe/shrink-photo.ts';

interface Sending {
  call: Client;
  photo: Blob;
  signal: AbortSignal;
  /** How much has arrived, 0 to 1. */
  onProgress: (share: number) => void;
  /** The connection is lost for now; it goes on by itself. */
  onWait: () => void;
  /** It has arrived, and is being looked at. */
  onArrive: () => void;
}

/** Shrinks, announces and sends a photo of somebody, and has it looked at: ready, or refused with why. Taken back, it is deleted. */
export async function sendPhoto({ call, photo, signal, onProgress, onWait, onArrive }: Sending): Promise<PersonPhoto> {
  const small = await shrinkPhoto(photo);
  signal.throwIfAborted();
  const { photo: opened, upload_url } = await call('POST /v1/tryon/photos', { body: { image_bytes: small.size } });
  const params = { id: opened.id };
  try {
    signal.throwIfAborted();
    await sendFile({ file: small, upload_url, signal, onProgress, onWait });
    onArrive();
    const seen = await call('PUT /v1/tryon/photos/{id}/image-uploaded', { params });
    signal.throwIfAborted();
    return seen;
  } catch (error) {
    if (signal.aborted) void call('DELETE /v1/tryon/photos/{id}', { params }).catch(() => undefined);
    throw error;
  }
}
