import { createFileRoute } from '@tanstack/react-router';
import { DidItFitPage } from '#web/inbox/did-it-fit-page.tsx';
import { EndedPage } from '#web/inbox/ended-page.tsx';
import { prepareQuestion } from '#web/inbox/prepare-question.ts';
import { readAnswer } from '#web/inbox/read-answer.ts';

export const Route = createFileRoute('/did-it-fit/$token')({
  loader: ({ context, params: { token } }) => prepareQuestion(context, token),
  component: DidItFit,
});

function DidItFit() {
  const { token } = Route.useParams();
  const answer = readAnswer(Route.useSearch());
  return Route.useLoaderData() ? <EndedPage /> : <DidItFitPage key={token} token={token} answer={answer} />;
}
