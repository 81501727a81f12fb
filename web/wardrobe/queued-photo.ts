import type { Item } from '#contract/wardrobe.ts';

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

export interface Begin {
  /** Asked when the photo has arrived: its owner may still be choosing. */
  background: () => Background;
  /** The photo belongs to an item that is there already. */
  item_id?: string | undefined;
}
