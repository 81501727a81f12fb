import { createFileRoute } from '@tanstack/react-router';
import { AdvicePage } from '#web/fitting/advice-page.tsx';

export const Route = createFileRoute('/fitting/$session_id/')({
  // Drawn in the browser: what changed since the last advice stands in the history entry, which no server sees.
  component: Advice,
});

function Advice() {
  const { session_id } = Route.useParams();
  return <AdvicePage key={session_id} session_id={session_id} />;
}
