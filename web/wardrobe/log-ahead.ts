import type { Item } from '#contract/wardrobe.ts';

/** A note of a day to make, or one to take back. */
export type Log = { did: 'worn' | 'washed'; on: string; log_id?: string | undefined };

/** What an item will be once a note is made or taken back, as far as the page can know; the server's answer replaces it. */
export function logAhead(item: Item, { did, on, log_id }: Log): Item {
  const is_undone = log_id !== undefined;
  const ahead = did === 'worn' ? wornAhead(item, on, is_undone ? -1 : 1) : washedAhead(item, on, is_undone);
  const price = item.price_minor;
  return { ...ahead, cost_per_wear_minor: price === undefined ? null : Math.round(price / Math.max(1, ahead.worn_count)) };
}

function wornAhead(item: Item, on: string, by: 1 | -1): Item {
  const { last_worn_on, last_washed_on } = item;
  // A day that is noted already is the same one.
  if (by === 1 && last_worn_on === on) return item;
  const is_since_wash = last_washed_on === null || on > last_washed_on;
  return {
    ...item,
    worn_count: Math.max(0, item.worn_count + by),
    worn_since_wash: Math.max(0, item.worn_since_wash + (is_since_wash ? by : 0)),
    // The wear before the last is not known here.
    last_worn_on: by === 1 ? laterOf(last_worn_on, on) : last_worn_on === on ? null : last_worn_on,
  };
}

function washedAhead(item: Item, on: string, is_undone: boolean): Item {
  const { last_worn_on, last_washed_on } = item;
  if (is_undone) return { ...item, last_washed_on: last_washed_on === on ? null : last_washed_on };
  const is_fresh = last_worn_on === null || last_worn_on <= on;
  return {
    ...item,
    last_washed_on: laterOf(last_washed_on, on),
    ...(is_fresh ? { worn_since_wash: 0, is_wash_due: false } : {}),
  };
}

const laterOf = (one: string | null, other: string): string => (one !== null && one > other ? one : other);

export interface WornDays {
  wears: { id: string; item_id: string; worn_on: string }[];
  washes: { id: string; item_id: string; washed_on: string }[];
}

/** The calendar with the note in it, or without the one that is taken back. */
export function daysAhead({ wears, washes }: WornDays, item_id: string, { did, on, log_id }: Log): WornDays {
  // Its id is not known yet: until the answer is here it cannot be taken back.
  const noted = { id: '', item_id };
  if (did === 'worn')
    return { washes, wears: log_id === undefined ? [...wears, { ...noted, worn_on: on }] : wears.filter(({ id }) => id !== log_id) };
  return { wears, washes: log_id === undefined ? [...washes, { ...noted, washed_on: on }] : washes.filter(({ id }) => id !== log_id) };
}
