import { dehydrate, hydrate } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import type { AppContext } from './app-context.ts';
import { BrokenPage } from './design/broken-page.tsx';
import { LoadingPage } from './design/loading-page.tsx';
import { routeTree } from './routeTree.gen.ts';
import { parseSearch, stringifySearch } from './search-params.ts';

/** Makes the router of one browser, or of one rendering on the server. */
export function createAppRouter(context: AppContext) {
  return createRouter({
    routeTree,
    context,
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    defaultPreload: 'intent',
    // A finger that passes over a grid means none of it.
    defaultPreloadDelay: 120,
    // Loaders only fill the query cache, which knows how old things are.
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: BrokenPage,
    defaultPendingComponent: LoadingPage,
    // Below this a change of page reads as instant; a flash of a skeleton would not.
    defaultPendingMs: 300,
    dehydrate: () => ({ queries: dehydrate(context.queries) as object, site: context.site }),
    hydrate: (told) => {
      Object.assign(context.site, told.site);
      hydrate(context.queries, told.queries);
    },
  });
}

export type AppRouter = ReturnType<typeof createAppRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter;
  }
  /** The advice before somebody told us more, so that the page can say what changed. */
  interface HistoryState {
    before?: { size: string; percent: number };
    /** What a correction of the size chart changed, in words. */
    chart_saved?: string;
  }
}
