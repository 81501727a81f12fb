import { dehydrate, hydrate } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import type { AppContext } from './app-context.ts';
import { LoadingPage } from './design/loading-page.tsx';
import { routeTree } from './routeTree.gen.ts';

/** Makes the router of one browser, or of one rendering on the server. */
export function createAppRouter(context: AppContext) {
  return createRouter({
    routeTree,
    context,
    scrollRestoration: true,
    defaultPreload: 'intent',
    // Loaders only fill the query cache, which knows how old things are.
    defaultPreloadStaleTime: 0,
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
