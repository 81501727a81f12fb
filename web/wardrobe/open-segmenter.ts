import type { Answered, Asked } from './segment-worker.ts';

export interface Segmenter {
  /** Finds the garment: [height x width] 0..255. `pixels` are remembered, so that what is painted travels alone. A newer question ends an older one. */
  find: (asked: Omit<Asked, 'turn'>) => Promise<Uint8Array>;
  close: () => void;
}

/** Opens a thread that finds garments on pictures; it is the caller’s to close. */
export function openSegmenter(): Segmenter {
  const worker = new Worker(new URL('./segment-worker.ts', import.meta.url), { type: 'module' });
  let turn = 0;
  let settle: { resolve: (mask: Uint8Array) => void; reject: (error: Error) => void } | null = null;
  const fail = (why: string) => settle?.reject(new Error(why));
  worker.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
    if (data.turn !== turn) return;
    if (data.mask) settle?.resolve(data.mask);
    else fail('no garment found');
  });
  worker.addEventListener('error', () => fail('the thread failed'));
  return {
    find: (asked) => {
      fail('asked again');
      turn += 1;
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
      worker.postMessage({ ...asked, turn } satisfies Asked);
      return new Promise((resolve, reject) => (settle = { resolve, reject }));
    },
    close: () => {
      worker.terminate();
      fail('closed');
    },
  };
}
