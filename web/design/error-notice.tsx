import { ApiError } from '#contract/client.ts';
import { errorText } from '#web/messages/error-text.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import { Button } from './button.tsx';

/** Gives the words of a failure, which say what to do next. */
export function useErrorText(): (error: unknown) => string {
  const t = useTranslate();
  return (error) => errorText(t, error);
}

/** Tells what failed and what to do next, with the number that finds it in the log. */
export function ErrorNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useTranslate();
  const textOf = useErrorText();
  const request_id = error instanceof ApiError ? error.body.request_id : '';
  return (
    <div className="trouble" role="alert">
      <p>{textOf(error)}</p>
      {onRetry && (
        <div>
          <Button look="quiet" onClick={onRetry}>
            {t('error.again')}
          </Button>
        </div>
      )}
      {request_id && <p className="micro faint">{t('error.request', { request_id })}</p>}
    </div>
  );
}
