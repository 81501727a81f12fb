import { Link, createFileRoute, useNavigate } from '@tanstack/react-router';
import { useLogIn } from '#web/api/account-queries.ts';
import { PageTitle } from '#web/design/page-title.tsx';
import { useSay } from '#web/design/say.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { CredentialsForm } from '#web/people/credentials-form.tsx';
import { useSettleLanguage } from '#web/people/use-settle-language.ts';

export const Route = createFileRoute('/sign-in')({ component: SignIn });

function SignIn() {
  const t = useTranslate();
  const say = useSay();
  const navigate = useNavigate();
  const log_in = useLogIn();
  const settleLanguage = useSettleLanguage();
  return (
    <div className="wrap">
      <PageTitle page={t('signin.page')} />
      <div className="column">
        <h1 className="display hero">{t('signin.title')}</h1>
        <p className="lead quiet">{t('signin.lead')}</p>
        <CredentialsForm
          kind="sign_in"
          is_busy={log_in.isPending}
          error={log_in.error}
          onSubmit={({ email, password }) =>
            log_in.mutate(
              { email, password },
              {
                onSuccess: ({ person }) => {
                  if (settleLanguage(person)) return location.assign('/profile');
                  say(t('signup.done', { email }));
                  return void navigate({ to: '/profile' });
                },
              },
            )
          }
        />
        <p>
          <Link className="link small" to="/sign-up">
            {t('signin.other')}
          </Link>
        </p>
      </div>
    </div>
  );
}
