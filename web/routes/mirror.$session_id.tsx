import { createFileRoute } from '@tanstack/react-router';
import { LookPage } from '#web/mirror/look-page.tsx';

export const Route = createFileRoute('/mirror/$session_id')({ component: Look });

function Look() {
  const { session_id } = Route.useParams();
  return <LookPage key={session_id} id={session_id} />;
}
