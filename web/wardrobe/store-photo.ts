import { ApiError, type Client } from '#contract/client.ts';
import type { Item } from '#contract/wardrobe.ts';
import { sendFile } from '#web/api/send-file.ts';
import { shrinkPhoto } from './shrink-photo.ts';
import { keepUnsent, type UnsentPhoto } from './unsent-photos.ts';
import type { Begin, QueuedPhoto } from './queued-photo.ts';

interface Storing {
  call: Client;
  unsent: UnsentPhoto;
  begin: Begin;
  stop: AbortController;
  change: (key: string, part: Partial<QueuedPhoto>) => void;
}

/**
 * Shrinks, announces, sends and notes one photo. The key makes it one item, however often it is announced; how far it is, is kept,
 * so that it goes on after the page was left.
 */
export async function storePhoto({ call, unsent, begin, stop, change }: Storing): Promise<Item> {
  const { signal } = stop;
  const { key } = unsent;
  let made_id = unsent.made_id;
  try {
    signal.throwIfAborted();
    const photo = unsent.is_small ? unsent.photo : await shrinkPhoto(unsent.photo);
    signal.throwIfAborted();
    await keepUnsent({ ...unsent, photo, is_small: true });
    const { item, upload_url } = await announce(call, { key, item_id: begin.item_id, image_bytes: photo.size });
    if (begin.item_id === undefined) made_id = item.id;
    await keepUnsent({ ...unsent, photo, is_small: true, made_id, owner_id: item.owner_id });
    signal.throwIfAborted();
    change(key, { state: 'sending', bytes: photo.size });
    // null: it has arrived before, and only its word was lost.
    if (upload_url !== null) await send({ photo, upload_url, key, signal, change });
    const background = begin.background();
    const noted = await call('PUT /v1/items/{id}/image-uploaded', { params: { id: item.id }, body: { background } });
    // Answered while its word was on the way.
    return begin.background() === background
      ? noted
      : await call('POST /v1/items/{id}/background-clean', { params: { id: item.id }, body: {} });
  } catch (error) {
    // Taken back, or no photo at all: a garment would only hang there empty.
    if (made_id !== null && (signal.aborted || isNoPhoto(error)))
      await call('DELETE /v1/items/{id}', { params: { id: made_id } }).catch(() => undefined);
    throw error;
  }
}

const announce = (call: Client, { key, item_id, image_bytes }: { key: string; item_id: string | undefined; image_bytes: number }) =>
  item_id === undefined
    ? call('POST /v1/items', { body: { client_id: key, image_bytes } })
    : call('POST /v1/items/{id}/photo', { params: { id: item_id }, body: { image_bytes } });

/** Whether the photo itself was turned away; a limit or a lost sign-in is no fault of its. */
export const isNoPhoto = (error: unknown): boolean => error instanceof ApiError && error.body.code.startsWith('garments.');

type Sending = Pick<Storing, 'change'> & { key: string; photo: Blob; upload_url: string; signal: AbortSignal };

const send = ({ photo, upload_url, key, signal, change }: Sending): Promise<void> =>
  sendFile({
    file: photo,
    upload_url,
    signal,
    onProgress: (share) => change(key, { share, state: 'sending' }),
    onWait: () => change(key, { state: 'waiting' }),
  });
