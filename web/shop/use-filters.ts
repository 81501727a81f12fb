import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type ListFilter, type ShopSearch, fromStart, readShopSearch, toggled } from './shop-search.ts';

export interface FilterActs {
  go: (search: ShopSearch) => void;
  toggle: (name: ListFilter, value: string) => void;
}

interface Filters {
  /** What is chosen, from the moment of the press: the address follows when the list has come. */
  chosen: ShopSearch;
  filters: FilterActs;
}

/** Changes what the address says. Each choice is a step that the back button takes back; the page stays where it is. */
export function useFilters(search: ShopSearch): Filters {
  const navigate = useNavigate();
  const [ahead, setAhead] = useState<{ from: ShopSearch; to: ShopSearch }>();
  if (ahead && ahead.from !== search) setAhead(undefined);
  const chosen = ahead?.from === search ? ahead.to : search;
  const go = (next: ShopSearch) => {
    const to = readShopSearch({ ...fromStart(next) });
    setAhead({ from: search, to });
    void navigate({ to: '/shop', search: to, resetScroll: false });
  };
  return { chosen, filters: { go, toggle: (name, value) => go(toggled(chosen, name, value)) } };
}
