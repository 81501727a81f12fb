import { createFileRoute } from '@tanstack/react-router';
import { DesignPage } from '#web/design/stories/design-page.tsx';
import { readDesignSearch } from '#web/design/stories/read-design-search.ts';

/** For makers; no page of the shop leads here. */
export const Route = createFileRoute('/design')({
  validateSearch: readDesignSearch,
  head: () => ({ meta: [{ name: 'robots', content: 'noindex' }] }),
  component: Design,
});

function Design() {
  const navigate = Route.useNavigate();
  return <DesignPage view={Route.useSearch()} onView={(search) => void navigate({ search, replace: true, resetScroll: false })} />;
}
