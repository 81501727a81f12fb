import type { FormEvent } from 'react';
import { SearchField } from '#web/design/search-field.tsx';
import { useTyped } from '#web/design/use-typed.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import { shop_form } from './shop-search.ts';

/** Words to look for. A plain form, so that it also works before the app does, and without it; the filters belong to it. */
export function ShopWords({ value, onSearch }: { value: string; onSearch: (q: string) => void }) {
  const t = useTranslate();
  const [typed, setTyped] = useTyped(value);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch(typed);
  };
  return (
    <form id={shop_form} action="/shop" method="get" role="search" onSubmit={submit}>
      <SearchField
        label={t('shop.search')}
        is_label_hidden
        name="q"
        maxLength={200}
        value={typed}
        placeholder={t('shop.search_example')}
        onChange={(text) => {
          setTyped(text);
          // Emptying is an answer; while words are typed nothing moves.
          if (text === '' && value !== '') onSearch('');
        }}
      />
    </form>
  );
}
