import type { ErasureReceipt as Told } from '#contract/people.ts';
import { useTranslate } from '#web/messages/translate-context.ts';

/** What was deleted, signed, to be kept by whoever asked for it. */
export function ErasureReceipt({ receipt }: { receipt: Told }) {
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
