import { Link } from '@tanstack/react-router';
import type { Item } from '#contract/wardrobe.ts';
import { useSimilarItems } from '#web/api/wardrobe-queries.ts';
import { GarmentTile } from '#web/design/garment-tile.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { itemName } from './item-name.ts';
import { ItemPicture } from './item-picture.tsx';
import { wearsText } from './wears-text.ts';

/** A row of them; more is another page's matter. */
const shown_max = 4;

/** What else one owns that is like it: before buying it again, or to wear instead. */
export function SimilarItems({ item: asked }: { item: Item }) {
  const t = useTranslate();
  const items = useSimilarItems(asked).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="similar">
      <h2 className="display title" id="similar">
        {t('wardrobe.similar')}
      </h2>
      <ul className="tiles similar-items">
        {items.slice(0, shown_max).map((item) => (
          <li key={item.id}>
            <GarmentTile
              picture={<ItemPicture item={item} is_decoration />}
              category={item.category ?? 'other'}
              name={itemName(t, item)}
              note={wearsText(t, item)}
              // oxlint-disable-next-line react/no-unstable-nested-components -- wraps a word, keeps no state
              link={(name) => (
                <Link to="/wardrobe/$id" params={{ id: item.id }}>
                  {name}
                </Link>
              )}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
