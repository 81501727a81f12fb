import { useNavigate } from '@tanstack/react-router';
import { type ListFilter, type ShopSearch, fromStart, readShopSearch, toggled } from './shop-search.ts';

export interface FilterActs {
  go: (search: ShopSearch) => void;
  toggle: (name: ListFilter, value: string) => void;
}

/** Changes what the address says. Each choice is a step that the back button takes back; the page stays where it is. */
export function useFilters(search: ShopSearch): FilterActs {
  const navigate = useNavigate();
  const go = (next: ShopSearch) => void navigate({ to: '/shop', search: readShopSearch({ ...fromStart(next) }), resetScroll: false });
  return { go, toggle: (name, value) => go(toggled(search, name, value)) };
}
