import type { CallInput } from '#contract/client.ts';
import { type Category, categories } from '#contract/garment-kinds.ts';

export const views = ['never_worn', 'wash_due', 'archived'] as const;
export type View = (typeof views)[number];

/** What the address of the wardrobe says. What is not said is not there, so that one list has one address. */
export interface WardrobeSearch {
  q?: string;
  category?: Category;
  /** Name of a colour, as the wardrobe calls it. */
  color?: string;
  shows?: View;
}

/** Reads an address that anybody may have typed: what makes no sense is left out, never an error. */
export function readWardrobeSearch(given: Record<string, unknown>): WardrobeSearch {
  const q = textOf(given.q, 80);
  const color = textOf(given.color, 40);
  const category = categories.find((one) => one === given.category);
  const shows = views.find((one) => one === given.shows);
  return { ...(q ? { q } : {}), ...(category ? { category } : {}), ...(color ? { color } : {}), ...(shows ? { shows } : {}) };
}

/** As many as fill whole rows of two and six. */
const page_size = 60;

/** The same question in the API's words. */
export function toWardrobeQuery({ shows, ...search }: WardrobeSearch): NonNullable<CallInput<'GET /v1/wardrobe'>['query']> {
  return {
    ...search,
    shelf: shows === 'archived' ? 'archived' : 'worn',
    ...(shows === 'never_worn' ? { is_never_worn: 'true' } : {}),
    ...(shows === 'wash_due' ? { is_wash_due: 'true' } : {}),
    limit: page_size,
  };
}

const textOf = (value: unknown, length_max: number): string => (typeof value === 'string' ? value.trim().slice(0, length_max) : '');
