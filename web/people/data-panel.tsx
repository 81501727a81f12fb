import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useBecomeSomebodyElse, useEraseMe, useMe } from '#web/api/account-queries.ts';
import { Button } from '#web/design/button.tsx';
import { ConfirmDialog } from '#web/design/confirm-dialog.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { useSay } from '#web/design/say.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { BringBack } from './bring-back.tsx';

/** Everything held about this person: as a file, back from one, or gone. */
export function DataPanel() {
  const t = useTranslate();
  const say = useSay();
  const navigate = useNavigate();
  const is_anonymous = !useMe().data?.email;
  const erase = useEraseMe();
  const becomeSomebodyElse = useBecomeSomebodyElse();
  const [is_asking, setAsking] = useState(false);
  const eraseAll = () =>
    erase.mutate(undefined, {
      onSuccess: async () => {
        setAsking(false);
        say(t('you.deleted'));
        await navigate({ to: '/' });
        becomeSomebodyElse();
      },
    });
  return (
    <section className="boxed" aria-labelledby="data">
      <div>
        <h2 className="display title" id="data">
          {t('you.data')}
        </h2>
        <p className="small quiet" style={{ marginTop: 6 }}>
          {t('you.data_lead')}
        </p>
      </div>
      {/* A link: the browser writes it to the disk as it comes, however many pictures there are. */}
      <a className="btn wide" href="/v1/me/export.zip" download>
        {t('you.export')}
      </a>
      <BringBack />
      <div>
        <Button look="link" onClick={() => setAsking(true)}>
          {t(is_anonymous ? 'you.delete_anonymous' : 'you.delete')}
        </Button>
      </div>
      {is_asking && (
        <ConfirmDialog
          title={t('you.delete_title')}
          confirm={t('you.delete_confirm')}
          keep={t('you.delete_keep')}
          is_busy={erase.isPending}
          onConfirm={eraseAll}
          onClose={() => setAsking(false)}
        >
          <p>{t('you.delete_body')}</p>
          {erase.error && <ErrorNotice error={erase.error} />}
        </ConfirmDialog>
      )}
    </section>
  );
}
