import { createFileRoute } from '@tanstack/react-router';
import { WardrobePage } from '#web/wardrobe/wardrobe-page.tsx';
import { readWardrobeSearch } from '#web/wardrobe/wardrobe-search.ts';

export const Route = createFileRoute('/wardrobe/')({ validateSearch: readWardrobeSearch, component: Wardrobe });

function Wardrobe() {
  // The router leaves what it does not know beside what was read of it.
  return <WardrobePage search={readWardrobeSearch({ ...Route.useSearch() })} />;
}
