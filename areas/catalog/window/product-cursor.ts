import * as z from 'zod';
import type { ProductQuery } from '#contract/shop-window.ts';
import { AppError } from '#platform/errors/app-error.ts';

/** Where a page of the list ends: what it is ordered by, and the product's id. */
export interface Place {
  sort: ProductQuery['sort'];
  currency: string;
  /** A time, a price or a name. */
  key: string | number;
  id: string;
}

const place = z.tuple([z.enum(['new', 'price_up', 'price_down', 'name']), z.string(), z.union([z.string(), z.number()]), z.uuid()]);

export const writeCursor = ({ sort, currency, key, id }: Place): string =>
  Buffer.from(JSON.stringify([sort, currency, key, id])).toString('base64url');

/** Reads a cursor of the same order. Throws `request.invalid`. */
export function readCursor(cursor: string, sort: Place['sort']): Place {
  const parsed = place.safeParse(parse(Buffer.from(cursor, 'base64url').toString()));
  const [given_sort, currency, key, id] = parsed.data ?? [];
  const is_right =
    sort === 'new' ? !Number.isNaN(Date.parse(String(key))) : sort === 'name' ? typeof key === 'string' : Number.isSafeInteger(key);
  if (!parsed.success || given_sort !== sort || !is_right || String(key).includes('\0'))
    throw new AppError('request.invalid', {
      message: 'This page mark is of another list. Start from the first page.',
      fields: { cursor: 'Of another list' },
    });
  return { sort, currency: currency!, key: key!, id: id! };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
