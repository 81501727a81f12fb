import type { Item } from '#contract/wardrobe.ts';
import { moneyText } from '#web/messages/money-text.ts';
import type { Translate } from '#web/messages/translate.ts';
import { colorWord } from './color-word.ts';

/** What can be told of a garment, in the order in which it is shown. */
export const fact_names = [
  'title',
  'brand',
  'category',
  'colors',
  'pattern',
  'season',
  'formality',
  'sizes',
  'price',
  'bought_on',
  'tags',
  'description',
] as const;
export type FactName = (typeof fact_names)[number];

export const patterns = ['plain', 'striped', 'checked', 'dotted', 'printed'] as const;
type Pattern = (typeof patterns)[number];
export const seasons = ['spring', 'summer', 'autumn', 'winter'] as const;
/** Steps of dress, from the sofa to a feast; `formality` lies from 0 to 1. */
export const formality_steps = ['home', 'casual', 'smart', 'formal', 'festive'] as const;
export const formalityStep = (formality: number): number => Math.round(formality * (formality_steps.length - 1));

/** What an item is by a fact, in words; null where nothing is known. */
export function factText(t: Translate, name: FactName, item: Item): string | null {
  const { category, colors, pattern, season, formality, sizes, price_minor, currency, tags, bought_on } = item;
  switch (name) {
    case 'title':
      return item.title;
    case 'brand':
      return item.brand;
    case 'category':
      return category && t(`category.${category}`);
    case 'colors':
      return colors.map((color) => colorWord(t, color)).join(', ') || null;
    case 'pattern':
      return pattern && (isPattern(pattern) ? t(`pattern.${pattern}`) : pattern);
    case 'season':
      return season.length === seasons.length ? t('season.all') : season.map((one) => t(`season.${one}`)).join(', ') || null;
    case 'formality':
      return formality === null ? null : t(`formality.${formality_steps[formalityStep(formality)]!}`);
    case 'price':
      return price_minor === undefined || currency === undefined ? null : moneyText(t, price_minor, currency);
    case 'bought_on':
      return bought_on && new Intl.DateTimeFormat(t.locale, { dateStyle: 'medium' }).format(new Date(`${bought_on}T12:00`));
    case 'sizes':
      return sizes.join(', ') || null;
    case 'tags':
      return tags.join(', ') || null;
    case 'description':
      return item.description;
  }
}

const isPattern = (word: string): word is Pattern => (patterns as readonly string[]).includes(word);
