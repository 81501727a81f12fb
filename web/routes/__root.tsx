import { createRootRoute } from '@tanstack/react-router';
import { BrokenPage } from '#web/design/broken-page.tsx';
import { Layout } from '#web/design/layout.tsx';
import { MissingPage } from '#web/design/missing-page.tsx';

export const Route = createRootRoute({ component: Layout, notFoundComponent: () => <MissingPage />, errorComponent: BrokenPage });
