import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { ToldTry } from '#contract/tries.ts';
import { useTakeBackTry } from '#web/api/try-queries.ts';
import { Button } from '#web/design/button.tsx';
import { ConfirmDialog } from '#web/design/confirm-dialog.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { useSay } from '#web/design/say.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';

interface Props {
  told: ToldTry;
  profile_id: string;
  /** The button is gone by then: whoever shows it says where the focus goes. */
  onTakenBack: () => void;
}

/** Takes back what was said of a size, after asking: it is forgotten for good. */
export function TakeBackTry({ told: { id, product_name: product, size_tried: size }, profile_id, onTakenBack }: Props) {
  const t = useTranslate();
  const say = useSay();
  const take_back = useTakeBackTry(profile_id);
  const [is_asking, setAsking] = useState(false);
  const settle = () => {
    // While the dialog stands, nothing behind it takes the focus.
    flushSync(() => setAsking(false));
    say(t('tries.taken_back'));
    onTakenBack();
  };
  // Its line is gone from the list before the answer is through; a callback of `mutate` would be gone with it.
  const confirm = () => void take_back.mutateAsync(id).then(settle, () => undefined);
  return (
    <>
      <Button look="link" aria-label={t('tries.take_back_named', { product, size })} onClick={() => setAsking(true)}>
        {t('tries.take_back')}
      </Button>
      {is_asking && (
        <ConfirmDialog
          title={t('tries.take_back_title')}
          confirm={t('tries.take_back')}
          keep={t('tries.keep')}
          is_busy={take_back.isPending}
          onConfirm={confirm}
          onClose={() => setAsking(false)}
        >
          <p>{t('tries.take_back_body', { product, size })}</p>
          {take_back.error && <ErrorNotice error={take_back.error} />}
        </ConfirmDialog>
      )}
    </>
  );
}
