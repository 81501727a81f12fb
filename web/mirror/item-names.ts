import type { TryOnSession } from '#contract/tryon.ts';
import type { Translate } from '#web/messages/translate.ts';

/** What the garments of a try-on are called: as their owner or shop says, else by their kind. */
export const itemNames = (t: Translate, { items }: Pick<TryOnSession, 'items'>): string[] =>
  items.map(({ title, category }) => title ?? t.within(t(`category.${category}`)));
