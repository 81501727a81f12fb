import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Client } from '#contract/client.ts';
import type { Item } from '#contract/wardrobe.ts';
import { useApi } from '#web/api/api-context.ts';
import { forgetLists, keepItem } from '#web/api/wardrobe-queries.ts';
import type { Background, Begin, QueuedPhoto } from './queued-photo.ts';
import { isNoPhoto, storePhoto } from './store-photo.ts';
import { forgetUnsent, keepUnsent, type UnsentPhoto, whileSending } from './unsent-photos.ts';

/** Sends photos one after the other: two at once would only share one connection. */
export function usePhotoQueue() {
  const call = useApi();
  const queries = useQueryClient();
  const [photos, setPhotos] = useState<QueuedPhoto[]>([]);
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const stops = useRef(new Map<string, AbortController>());
  const begins = useRef(new Map<string, Begin>());
  const sources = useRef(new Map<string, UnsentPhoto>());
  const change = useCallback(
    (key: string, part: Partial<QueuedPhoto>) => setPhotos((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one))),
    [],
  );
  const run = useCallback(
    (unsent: UnsentPhoto, begin: Begin) => {
      const { key } = unsent;
      const stop = new AbortController();
      stops.current.set(key, stop);
      begins.current.set(key, begin);
      sources.current.set(key, unsent);
      const settle = (item: Item) => {
        change(key, { state: 'stored', share: 1, item, error: null });
        keepItem(queries, item);
        return forgetUnsent(key);
      };
      const before = line.current;
      const send = () =>
        before
          .then(() => storePhoto({ call, unsent, begin, stop, change }))
          .then(settle, (error: unknown) => {
            // Taken back, or no photo at all: loaded again the page would only be refused again.
            if (stop.signal.aborted || isNoPhoto(error)) void forgetUnsent(key);
            if (!stop.signal.aborted) change(key, { state: 'refused', error });
          });
      line.current = whileSending(key, send);
    },
    [call, change, queries],
  );
  const take = (taken: readonly { photo: QueuedPhoto; unsent: UnsentPhoto; begin: Begin }[]) => {
    setPhotos((all) => [...all, ...taken.map(({ photo }) => photo)]);
    for (const { unsent, begin } of taken) run(unsent, begin);
  };
  const add = (files: readonly File[], begin: Begin) =>
    take(
      files.map((file) => {
        const photo = newPhoto(file);
        const unsent = newUnsent(photo, begin);
        void keepUnsent(unsent);
        return { photo, unsent, begin };
      }),
    );
  /** Goes on with what was on its way when a page was left. */
  const resume = (all: readonly UnsentPhoto[], background: () => Background) =>
    take(
      all.map((unsent) => {
        const file = new File([unsent.photo], unsent.name, { type: unsent.photo.type });
        const photo = { ...newPhoto(file), key: unsent.key };
        return { photo, unsent, begin: { background, item_id: unsent.item_id ?? undefined } };
      }),
    );
  /** Takes a photo back, wherever it is on its way; what was stored of it is deleted. */
  const cancel = (photo: QueuedPhoto) => {
    const is_new_item = begins.current.get(photo.key)?.item_id === undefined;
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
        void cleanUnlessClean(call, item.id).then(
          (cleaned) => keepItem(queries, cleaned),
          // Its page says that it was not, and asks again.
          () => undefined,
        );
  };
  /** Once more from the start; the key keeps it one item. */
  const retry = ({ key }: QueuedPhoto) => {
    change(key, { state: 'reading', share: 0, error: null });
    run(sources.current.get(key)!, begins.current.get(key)!);
  };
  const shown = useRef<readonly QueuedPhoto[]>([]);
  useEffect(() => {
    shown.current = photos;
  }, [photos]);
  useEffect(() => () => shown.current.forEach(({ preview }) => URL.revokeObjectURL(preview)), []);
  return { photos, add, resume, cancel, retry, clean };
}

/** What came cut out already, or is just being cut out, stays as it is: it would only be done again, and worse. */
async function cleanUnlessClean(call: Client, id: string): Promise<Item> {
  const item = await call('GET /v1/items/{id}', { params: { id } });
  if (item.background_cleaned || item.photo.clean_state === 'processing') return item;
  return call('POST /v1/items/{id}/background-clean', { params: { id }, body: {} });
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

const newUnsent = ({ key, name, file }: QueuedPhoto, { item_id }: Begin): UnsentPhoto => ({
  key,
  name,
  photo: file,
  is_small: false,
  item_id: item_id ?? null,
  made_id: null,
  owner_id: null,
  begun_at: Date.now(),
});
