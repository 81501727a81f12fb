import type { Item } from '#contract/wardrobe.ts';
import type { Translate } from '#web/messages/translate.ts';
import { colorWord } from './color-word.ts';

/** What an item is called: as its owner says, else by its colour and kind. */
export function itemName(t: Translate, { title, category, colors }: Item): string {
  if (title !== null) return title;
  const kind = t(category === null ? 'wardrobe.garment' : `category.${category}`);
  return colors[0] === undefined ? kind : t('wardrobe.color_and_kind', { color: colorWord(t, colors[0]), kind: t.within(kind) });
}
