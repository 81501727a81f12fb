import { useState } from 'react';
import { useTakeBack } from '#web/api/chart-queries.ts';
import { Button } from '#web/design/button.tsx';
import { ConfirmDialog } from '#web/design/confirm-dialog.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { useSay } from '#web/design/say.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';

interface Props {
  id: string;
  brand: string;
  /** The button is gone by then: whoever shows it says where the focus goes. */
  onTakenBack: () => void;
}

/** Takes a correction back, after asking: one that was accepted is gone for everybody. */
export function TakeBack({ id, brand, onTakenBack }: Props) {
  const t = useTranslate();
  const say = useSay();
  const take_back = useTakeBack();
  const [is_asking, setAsking] = useState(false);
  const settle = () => {
    setAsking(false);
    say(t('charts.taken_back', { brand }));
    onTakenBack();
  };
  // Its line is gone from the list before the answer is through; a callback of `mutate` would be gone with it.
  const confirm = () => void take_back.mutateAsync(id).then(settle, () => undefined);
  return (
    <>
      <Button look="link" aria-label={t('charts.take_back_named', { brand })} onClick={() => setAsking(true)}>
        {t('charts.take_back')}
      </Button>
      {is_asking && (
        <ConfirmDialog
          title={t('charts.take_back_title')}
          confirm={t('charts.take_back_confirm')}
          keep={t('charts.take_back_keep')}
          is_busy={take_back.isPending}
          onConfirm={confirm}
          onClose={() => setAsking(false)}
        >
          <p>{t('charts.take_back_body', { brand })}</p>
          {take_back.error && <ErrorNotice error={take_back.error} />}
        </ConfirmDialog>
      )}
    </>
  );
}
