import { Link, createFileRoute, useNavigate } from '@tanstack/react-router';
import { useSignUp } from '#web/api/account-queries.ts';
import { PageTitle } from '#web/design/page-title.tsx';
import { useSay } from '#web/design/say.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { CredentialsForm } from '#web/people/credentials-form.tsx';
import { useSettleLanguage } from '#web/people/use-settle-language.ts';

export const Route = createFileRoute('/sign-up')({ component: SignUp });

function SignUp() {
  const t = useTranslate();
  const say = useSay();
  const navigate = useNavigate();
  const sign_up = useSignUp();
  const settleLanguage = useSettleLanguage();
  return (
    <div className="wrap">
      <PageTitle page={t('signup.page')} />
      <div className="column">
        <h1 className="display hero">{t('signup.title')}</h1>
        <p className="lead quiet">{t('signup.lead')}</p>
        <CredentialsForm
          kind="sign_up"
          is_busy={sign_up.isPending}
          error={sign_up.error}
          onSubmit={({ email, password, name }) =>
            sign_up.mutate(
              { email, password, ...(name ? { name } : {}) },
              {
                onSuccess: ({ person }) => {
                  settleLanguage(person);
                  say(t('signup.done', { email }));
                  void navigate({ to: '/profile' });
                },
              },
            )
          }
        />
        <p>
          <Link className="link small" to="/sign-in">
            {t('signup.other')}
          </Link>
        </p>
      </div>
    </div>
  );
}
