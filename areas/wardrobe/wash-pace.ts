import type { Category } from '#contract/garment-kinds.ts';

/**
 * How often a kind of garment is usually worn before it is washed, where nobody said otherwise: what lies on the skin each time,
 * what lies over it seldom. Shoes, bags and the like are not washed by wears. Too seldom smells, too often wears cloth out;
 * both are the owner's to set.
 */
export const usual_pace: Partial<Record<Category, number>> = {
  't-shirt': 1,
  shirt: 1,
  dress: 2,
  shorts: 2,
  knitwear: 4,
  skirt: 4,
  trousers: 4,
  jeans: 6,
  jacket: 15,
  coat: 30,
};

/** Nought wears until the wash says nothing of its owner's own: it is as is usual for its kind. */
export const asUsual = <T extends { wears_per_wash?: number | null | undefined }>(said: T): T =>
  said.wears_per_wash === 0 ? { ...said, wears_per_wash: null } : said;
