import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { ApiError, type Client } from '#contract/client.ts';
import type { Item } from '#contract/wardrobe.ts';
import { useApi } from '#web/api/api-context.ts';
import { keepItem } from '#web/api/wardrobe-queries.ts';
import { sendPhoto } from './send-photo.ts';
import { shrinkPhoto } from './shrink-photo.ts';

export interface QueuedPhoto {
  key: string;
  name: string;
  bytes: number;
  file: File;
  /** An address of the browser’s own, for the small picture in the list. */
  preview: string;
  state: 'reading' | 'sending' | 'waiting' | 'stored' | 'refused';
  /** Of its bytes, how much has arrived, 0 to 1. */
  share: number;
  error: unknown;
  item: Item | null;
}

export type Background = 'clean' | 'original';

interface Begin {
  /** Asked when the photo has arrived: its owner may still be choosing. */
  background: () => Background;
  /** The photo belongs to an item that is there already. */
  item_id?: string | undefined;
}

/** Sends photos one after the other: two at once would only share one connection. */
export function usePhotoQueue() {
  const call = useApi();
  const queries = useQueryClient();
  const [photos, setPhotos] = useState<QueuedPhoto[]>([]);
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const stops = useRef(new Map<string, AbortController>());
  const begins = useRef(new Map<string, Begin>());
  const change = useCallback(
    (key: string, part: Partial<QueuedPhoto>) => setPhotos((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one))),
    [],
  );
  const run = useCallback(
    (key: string, file: File, begin: Begin) => {
      const stop = new AbortController();
      stops.current.set(key, stop);
      begins.current.set(key, begin);
      const settle = (item: Item) => {
        change(key, { state: 'stored', share: 1, item, error: null });
        return keepItem(queries, item);
      };
      line.current = line.current
        .then(() => store({ call, file, key, begin, stop, change }))
        .then(
          (item) => settle(item),
          (error: unknown) => stop.signal.aborted || change(key, { state: 'refused', error }),
        );
    },
    [call, change, queries],
  );
  const add = (files: readonly File[], begin: Begin) => {
    const added = files.map((file) => ({ file, photo: newPhoto(file) }));
    setPhotos((all) => [...all, ...added.map(({ photo }) => photo)]);
    for (const { file, photo } of added) run(photo.key, file, begin);
  };
  /** Takes a photo back, wherever it is on its way; what was stored of it is deleted. */
  const cancel = (photo: QueuedPhoto, is_new_item: boolean) => {
    stops.current.get(photo.key)?.abort();
    URL.revokeObjectURL(photo.preview);
    setPhotos((all) => all.filter(({ key }) => key !== photo.key));
    if (photo.item && is_new_item) void call('DELETE /v1/items/{id}', { params: { id: photo.item.id } }).catch(() => undefined);
  };
  /** Once more from the start; the key keeps it one item. */
  const retry = ({ key, file }: QueuedPhoto) => {
    change(key, { state: 'reading', share: 0, error: null });
    run(key, file, begins.current.get(key)!);
  };
  return { photos, add, cancel, retry };
}

const newPhoto = (file: File): QueuedPhoto => ({
  key: crypto.randomUUID(),
  name: file.name,
  bytes: file.size,
  file,
  preview: URL.createObjectURL(file),
  state: 'reading',
  share: 0,
  error: null,
  item: null,
});

interface Storing {
  call: Client;
  file: File;
  key: string;
  begin: Begin;
  stop: AbortController;
  change: (key: string, part: Partial<QueuedPhoto>) => void;
}

/** Shrinks, announces, sends and notes one photo. The key makes it one item, however often it is announced. */
async function store({ call, file, key, begin, stop, change }: Storing): Promise<Item> {
  stop.signal.throwIfAborted();
  const photo = await shrinkPhoto(file);
  const image_bytes = photo.size;
  const { item, upload_url } = begin.item_id
    ? await call('POST /v1/items/{id}/photo', { params: { id: begin.item_id }, body: { image_bytes } })
    : await call('POST /v1/items', { body: { client_id: key, image_bytes } });
  change(key, { item, state: 'sending', bytes: photo.size });
  try {
    // null: it has arrived before, and only its word was lost.
    if (upload_url !== null) await send({ photo, upload_url, key, signal: stop.signal, change });
    return await call('PUT /v1/items/{id}/image-uploaded', { params: { id: item.id }, body: { background: begin.background() } });
  } catch (error) {
    // A garment whose photo is none would only hang there empty.
    if (begin.item_id === undefined && isRefusal(error)) await call('DELETE /v1/items/{id}', { params: { id: item.id } });
    throw error;
  }
}

const isRefusal = (error: unknown): boolean => error instanceof ApiError && error.status >= 400 && error.status < 500;

type Sending = Pick<Storing, 'key' | 'change'> & { photo: Blob; upload_url: string; signal: AbortSignal };

const send = ({ photo, upload_url, key, signal, change }: Sending): Promise<void> =>
  sendPhoto({
    photo,
    upload_url,
    signal,
    onProgress: (share) => change(key, { share, state: 'sending' }),
    onWait: () => change(key, { state: 'waiting' }),
  });
