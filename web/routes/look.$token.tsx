import { createFileRoute } from '@tanstack/react-router';
import { prepareShared } from '#web/mirror/prepare-shared.ts';
import { SharedEnded, SharedPage } from '#web/mirror/shared-page.tsx';

export const Route = createFileRoute('/look/$token')({
  loader: ({ context, params: { token } }) => prepareShared(context, token),
  head: () => ({ meta: [{ name: 'robots', content: 'noindex, nofollow' }] }),
  component: Shared,
});

function Shared() {
  const { token } = Route.useParams();
  return Route.useLoaderData() ? <SharedEnded /> : <SharedPage key={token} token={token} />;
}
