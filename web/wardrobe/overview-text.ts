import type { CallOutput } from '#contract/client.ts';
import type { Translate } from '#web/messages/translate.ts';
import { colorWord } from './color-word.ts';

export type Figures = CallOutput<'GET /v1/wardrobe/figures'>;

/** "46 pieces, mostly navy and ecru. 5 never worn." */
export function overviewText(t: Translate, { items, colors, never_worn }: Figures): string {
  const main = colors.slice(0, 2).map(({ name }) => t.within(colorWord(t, name)));
  const first =
    items > 1 && main.length > 0
      ? t('wardrobe.pieces_mostly', { count: items, colors: t.list(main) })
      : t('wardrobe.pieces', { count: items });
  return never_worn > 0 && never_worn < items ? `${first} ${t('wardrobe.not_worn', { count: never_worn })}` : first;
}
