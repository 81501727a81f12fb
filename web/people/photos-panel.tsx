import { useState } from 'react';
import type { ErasureReceipt } from '#contract/people.ts';
import { useErasePhotos } from '#web/api/account-queries.ts';
import { Button } from '#web/design/button.tsx';
import { ConfirmDialog } from '#web/design/confirm-dialog.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';

/** All photos gone in two taps, and the signed receipt of it. */
export function PhotosPanel() {
  const t = useTranslate();
  const erase = useErasePhotos();
  const [is_asking, setAsking] = useState(false);
  return (
    <section className="boxed" aria-labelledby="photos">
      <div>
        <h2 className="display title" id="photos">
          {t('photos.title')}
        </h2>
        <p className="small quiet" style={{ marginTop: 6 }}>
          {t('photos.lead')}
        </p>
      </div>
      <div role="status">{erase.data && <Receipt receipt={erase.data} />}</div>
      <Button icon="trash" is_wide onClick={() => setAsking(true)}>
        {t('photos.delete')}
      </Button>
      {is_asking && (
        <ConfirmDialog
          title={t('photos.delete_title')}
          confirm={t('photos.delete_confirm')}
          keep={t('photos.delete_keep')}
          is_busy={erase.isPending}
          onConfirm={() => erase.mutate(undefined, { onSuccess: () => setAsking(false) })}
          onClose={() => setAsking(false)}
        >
          <p>{t('photos.delete_body')}</p>
          {erase.error && <ErrorNotice error={erase.error} />}
        </ConfirmDialog>
      )}
    </section>
  );
}

function Receipt({ receipt }: { receipt: ErasureReceipt }) {
  const t = useTranslate();
  const { files, files_left, erased_at } = receipt;
  return (
    <div className="grid gap-2">
      <p>{t('photos.gone', { files })}</p>
      {files_left > 0 && <p>{t('photos.left')}</p>}
      <p>
        <a
          className="link"
          href={`data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(receipt, null, 2))}`}
          download={`toile-receipt-${erased_at.slice(0, 10)}.json`}
        >
          {t('photos.receipt')}
        </a>
      </p>
      <p className="small quiet">{t('photos.receipt_means')}</p>
    </div>
  );
}
