import { Link } from '@tanstack/react-router';
import { useTranslate } from '#web/messages/translate-context.ts';
import type { Figures } from './overview-text.ts';
import type { WardrobeSearch } from './wardrobe-search.ts';

/** Kinds of garment as words on a seam, each a place of its own in the address. */
export function CategoryLinks({ figures, search }: { figures: Figures; search: WardrobeSearch }) {
  const t = useTranslate();
  const kinds = figures.categories.flatMap(({ category, count }) => (category && count > 0 ? [{ category, count }] : []));
  return (
    <nav className="tab-list" aria-label={t('wardrobe.kinds')}>
      <Kind label={t('wardrobe.all')} count={figures.items} search={{ ...search, category: undefined }} is_here={!search.category} />
      {kinds.map(({ category, count }) => (
        <Kind
          key={category}
          label={t(`category_many.${category}`)}
          count={count}
          search={{ ...search, category }}
          is_here={search.category === category}
        />
      ))}
    </nav>
  );
}

interface KindProps {
  label: string;
  count: number;
  search: { [K in keyof WardrobeSearch]: WardrobeSearch[K] | undefined };
  is_here: boolean;
}

function Kind({ label, count, search, is_here }: KindProps) {
  return (
    <Link
      className="tab"
      to="/wardrobe"
      search={search}
      resetScroll={false}
      aria-current={is_here ? 'page' : undefined}
      data-state={is_here ? 'active' : 'inactive'}
      activeProps={{}}
    >
      <span data-word={label}>{label}</span>
      <sup>{count}</sup>
    </Link>
  );
}
