import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError, type Client } from '#contract/client.ts';
import type { Item } from '#contract/wardrobe.ts';
import { useApi } from '#web/api/api-context.ts';
import { forgetLists, keepItem } from '#web/api/wardrobe-queries.ts';
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
    if (photo.item && is_new_item)
      void call('DELETE /v1/items/{id}', { params: { id: photo.item.id } }).then(
        () => forgetLists(queries),
        () => undefined,
      );
  };
  /** Has the background of those taken away that came before it was wished. */
  const clean = () => {
    for (const { item, state } of photos)
      if (item && state === 'stored')
        void call('POST /v1/items/{id}/background-clean', { params: { id: item.id }, body: {} }).then(
          (cleaned) => keepItem(queries, cleaned),
          // Its page says that it was not, and asks again.
          () => undefined,
        );
  };
  /** Once more from the start; the key keeps it one item. */
  const retry = ({ key, file }: QueuedPhoto) => {
    change(key, { state: 'reading', share: 0, error: null });
    run(key, file, begins.current.get(key)!);
  };
  const shown = useRef<readonly QueuedPhoto[]>([]);
  useEffect(() => {
    shown.current = photos;
  }, [photos]);
  useEffect(() => () => shown.current.forEach(({ preview }) => URL.revokeObjectURL(preview)), []);
  return { photos, add, cancel, retry, clean };
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
  const { signal } = stop;
  signal.throwIfAborted();
  const photo = await shrinkPhoto(file);
  signal.throwIfAborted();
  const image_bytes = photo.size;
  const { item, upload_url } = begin.item_id
    ? await call('POST /v1/items/{id}/photo', { params: { id: begin.item_id }, body: { image_bytes } })
    : await call('POST /v1/items', { body: { client_id: key, image_bytes } });
  try {
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
    if (begin.item_id === undefined && (signal.aborted || isNoPhoto(error)))
      await call('DELETE /v1/items/{id}', { params: { id: item.id } }).catch(() => undefined);
    throw error;
  }
}

/** Whether the photo itself was turned away; a limit or a lost sign-in is no fault of its. */
const isNoPhoto = (error: unknown): boolean => error instanceof ApiError && error.body.code.startsWith('garments.');

type Sending = Pick<Storing, 'key' | 'change'> & { photo: Blob; upload_url: string; signal: AbortSignal };

const send = ({ photo, upload_url, key, signal, change }: Sending): Promise<void> =>
  sendPhoto({
    photo,
    upload_url,
    signal,
    onProgress: (share) => change(key, { share, state: 'sending' }),
    onWait: () => change(key, { state: 'waiting' }),
  });
