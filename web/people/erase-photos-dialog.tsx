import type { ErasureReceipt } from '#contract/people.ts';
import { useErasePhotos } from '#web/api/account-queries.ts';
import { ConfirmDialog } from '#web/design/confirm-dialog.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';

/** Asks before every photo goes, and says what went, even when the page beneath has changed meanwhile because its photo is gone. */
export function ErasePhotosDialog({ onErased, onClose }: { onErased: (receipt: ErasureReceipt) => void; onClose: () => void }) {
  const t = useTranslate();
  const erase = useErasePhotos();
  return (
    <ConfirmDialog
      title={t('photos.delete_title')}
      confirm={t('photos.delete_confirm')}
      keep={t('photos.delete_keep')}
      is_busy={erase.isPending}
      onConfirm={() => void erase.mutateAsync().then(onErased, () => undefined)}
      onClose={onClose}
    >
      <p>{t('photos.delete_body')}</p>
      {erase.error && <ErrorNotice error={erase.error} />}
    </ConfirmDialog>
  );
}
