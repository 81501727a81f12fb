import { createFileRoute } from '@tanstack/react-router';
import { ApiError } from '#contract/client.ts';
import { useAdvice, useFitting } from '#web/api/fitting-queries.ts';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { LoadingGarment } from '#web/design/loading-garment.tsx';
import { MissingPage } from '#web/design/missing-page.tsx';
import { PageTitle } from '#web/design/page-title.tsx';
import { FeedbackForm } from '#web/fitting/feedback-form.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';

export const Route = createFileRoute('/fitting/$session_id/feedback')({ component: Feedback });

function Feedback() {
  const t = useTranslate();
  const { session_id } = Route.useParams();
  const fitting = useFitting(session_id);
  const advice = useAdvice(session_id);
  if (fitting.error instanceof ApiError && fitting.error.status < 500) return <MissingPage is_fitting />;
  return (
    <div className="wrap">
      <PageTitle page={t('feedback.page')} />
      {fitting.error && (
        <div className="column">
          <ErrorNotice error={fitting.error} onRetry={() => void fitting.refetch()} />
        </div>
      )}
      {fitting.isPending && <LoadingGarment text={t('app.loading')} />}
      {/* The advice is a courtesy here (the dot above its size): without it the form still works. */}
      {fitting.data && !advice.isPending && <FeedbackForm fitting={fitting.data} advice={advice.data} />}
    </div>
  );
}
