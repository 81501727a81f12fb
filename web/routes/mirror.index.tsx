import { createFileRoute } from '@tanstack/react-router';
import { MirrorPage } from '#web/mirror/mirror-page.tsx';
import { readMirrorSearch } from '#web/mirror/mirror-search.ts';

export const Route = createFileRoute('/mirror/')({ component: Mirror });

function Mirror() {
  return <MirrorPage search={readMirrorSearch({ ...Route.useSearch() })} />;
}
