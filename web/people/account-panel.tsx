import { Link, useNavigate } from '@tanstack/react-router';
import { useLogOut, useMe } from '#web/api/account-queries.ts';
import { Button } from '#web/design/button.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { useSay } from '#web/design/say.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';

/** Who is signed in, or that nobody need be. */
export function AccountPanel() {
  const t = useTranslate();
  const say = useSay();
  const navigate = useNavigate();
  const me = useMe();
  const log_out = useLogOut();
  const leave = () =>
    log_out.mutate(undefined, {
      onSuccess: () => {
        say(t('you.signed_out'));
        void navigate({ to: '/' });
      },
    });
  return (
    <section aria-label={t('you.account')} className="stack" style={{ '--s': '12px' } as React.CSSProperties}>
      {me.error && <ErrorNotice error={me.error} onRetry={() => void me.refetch()} />}
      {me.data && <p className="small quiet">{me.data.email ? t('you.signed_in', { email: me.data.email }) : t('you.anonymous')}</p>}
      {me.data && !me.data.email && (
        <div className="row wraps">
          <Link className="btn" to="/sign-up">
            {t('you.sign_up')}
          </Link>
          <Link className="btn quiet" to="/sign-in">
            {t('you.sign_in')}
          </Link>
        </div>
      )}
      {me.data?.email && (
        <div className="row wraps">
          {me.data.role === 'operator' && (
            <Link className="btn quiet" to="/operator">
              {t('you.operate')}
            </Link>
          )}
          <Button look="quiet" is_busy={log_out.isPending} onClick={leave}>
            {t('you.sign_out')}
          </Button>
        </div>
      )}
      {log_out.error && <ErrorNotice error={log_out.error} />}
    </section>
  );
}
