import { createFileRoute } from '@tanstack/react-router';
import { adviceQuery, fittingQuery } from '#web/api/fitting-queries.ts';
import { MissingPage } from '#web/design/missing-page.tsx';
import { AdvicePage } from '#web/fitting/advice-page.tsx';
import { preparePage } from '#web/prepare-page.ts';

export const Route = createFileRoute('/fitting/$session_id/')({
  loader: ({ context: { api, queries }, params: { session_id } }) =>
    preparePage([queries.ensureQueryData(fittingQuery(api, session_id)), queries.ensureQueryData(adviceQuery(api, session_id))]),
  notFoundComponent: () => <MissingPage is_fitting />,
  component: Advice,
});

function Advice() {
  const { session_id } = Route.useParams();
  return <AdvicePage key={session_id} session_id={session_id} />;
}
