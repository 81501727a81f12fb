import { forgetUnsentImport } from '#web/api/unsent-import.ts';

/** Stores that hold what one shopper looked at, by the names the service worker gives them. The app's own files stay. */
const seen_stores = ['toile-pages', 'toile-answers', 'toile-pictures', 'toile-own-answers', 'toile-own-pictures'];

/** Empties what was laid away of a shopper's visits: the next one at this device must not see where they were. */
export async function forgetSeen(): Promise<void> {
  forgetUnsentPhotos();
  forgetUnsentImport();
  // Absent on plain http from another machine: then nothing was laid away.
  if (!('caches' in window)) return;
  await Promise.all(seen_stores.map((name) => caches.delete(name)));
}

/** Lets go of photos that were still on their way (wardrobe/unsent-photos.ts). */
export function forgetUnsentPhotos(): void {
  indexedDB.deleteDatabase('toile-photos');
}
