import { useNavigate } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { Chip } from '#web/design/chip.tsx';
import { SearchField } from '#web/design/search-field.tsx';
import { useTyped } from '#web/design/use-typed.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import type { Figures } from './overview-text.ts';
import { type View, type WardrobeSearch, views } from './wardrobe-search.ts';

/** Words to look for, and what to look at. */
export function WardrobeTools({ figures, search }: { figures: Figures; search: WardrobeSearch }) {
  const t = useTranslate();
  const navigate = useNavigate();
  const go = (change: { [K in keyof WardrobeSearch]: WardrobeSearch[K] | undefined }) =>
    void navigate({ to: '/wardrobe', search: { ...search, ...change }, resetScroll: false });
  const counts: Record<View, number> = { never_worn: figures.never_worn, wash_due: figures.wash_due, archived: figures.archived };
  const offered = views.filter((view) => counts[view] > 0 || search.shows === view);
  return (
    <div className="wardrobe-tools">
      <Words value={search.q ?? ''} onSearch={(q) => go({ q: q || undefined })} />
      {offered.length > 0 && (
        <div className="row wraps" role="group" aria-label={t('wardrobe.shows')}>
          {offered.map((view) => (
            <Chip
              key={view}
              label={t(`wardrobe.shows_${view}`, { count: counts[view] })}
              is_chosen={search.shows === view}
              onChange={(is_chosen) => go({ shows: is_chosen ? view : undefined })}
            />
          ))}
        </div>
      )}
    </div>
  );
}

function Words({ value, onSearch }: { value: string; onSearch: (q: string) => void }) {
  const t = useTranslate();
  const [typed, setTyped] = useTyped(value);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch(typed.trim());
  };
  return (
    <form role="search" onSubmit={submit}>
      <SearchField
        label={t('wardrobe.search')}
        is_label_hidden
        maxLength={80}
        value={typed}
        placeholder={t('wardrobe.search_example')}
        onChange={(text) => {
          setTyped(text);
          if (text === '' && value !== '') onSearch('');
        }}
      />
    </form>
  );
}
