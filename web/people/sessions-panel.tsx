import { useEndSession, useMe, useSessions } from '#web/api/account-queries.ts';
import { Button } from '#web/design/button.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { useSay } from '#web/design/say.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';

/** Where this account is signed in; each place but this one can be ended here. Without an account there is only this one. */
export function SessionsPanel() {
  const me = useMe();
  return me.data?.email ? <Sessions /> : null;
}

function Sessions() {
  const t = useTranslate();
  const say = useSay();
  const sessions = useSessions();
  const end = useEndSession();
  const dates = new Intl.DateTimeFormat(t.locale, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <section aria-labelledby="sessions">
      <h2 className="display title" id="sessions">
        {t('you.sessions')}
      </h2>
      {sessions.error && <ErrorNotice error={sessions.error} onRetry={() => void sessions.refetch()} />}
      <ul className="lines-list" style={{ marginTop: 8 }}>
        {sessions.data?.sessions.map(({ id, is_current, kind, user_agent, last_used_at }) => {
          const when = dates.format(new Date(last_used_at));
          return (
            <li key={id}>
              <p className="small">
                <span className="b">
                  {t(is_current ? 'you.session_this' : kind === 'browser' ? 'you.session_browser' : 'you.session_program')}
                </span>
                , {t('you.session_used', { when })}
                <br />
                <span className="micro faint">{user_agent}</span>
              </p>
              {!is_current && (
                <Button
                  look="link"
                  is_busy={end.isPending && end.variables === id}
                  aria-label={t('you.session_end_named', { when })}
                  onClick={() => end.mutate(id, { onSuccess: () => say(t('you.session_ended')) })}
                >
                  {t('you.session_end')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {end.error && <ErrorNotice error={end.error} />}
    </section>
  );
}
