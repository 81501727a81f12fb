import { useState } from 'react';
import type { ErasureReceipt as Told } from '#contract/people.ts';
import { Button } from '#web/design/button.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { ErasePhotosDialog } from './erase-photos-dialog.tsx';
import { ErasureReceipt } from './erasure-receipt.tsx';

/** All photos gone in two taps, and the signed receipt of it. */
export function PhotosPanel() {
  const t = useTranslate();
  const [receipt, setReceipt] = useState<Told | null>(null);
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
      <div role="status">{receipt && <ErasureReceipt receipt={receipt} />}</div>
      <Button icon="trash" is_wide onClick={() => setAsking(true)}>
        {t('photos.delete')}
      </Button>
      {is_asking && (
        <ErasePhotosDialog
          onErased={(erased) => {
            setReceipt(erased);
            setAsking(false);
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}
