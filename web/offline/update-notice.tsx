import { useEffect, useState } from 'react';
import { Button } from '#web/design/button.tsx';
import { ToolButton } from '#web/design/tool-button.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { noteGoodStart } from './reload-once.ts';
import { watchForNewVersion } from './watch-for-new-version.ts';

/** Offers a new version once it is here, and stands until it is taken or put away; nothing changes under the shopper's hands before. */
export function UpdateNotice() {
  const t = useTranslate();
  const [offer, setOffer] = useState<{ takeOver: () => void } | null>(null);
  useEffect(() => watchForNewVersion((takeOver) => setOffer({ takeOver })), []);
  // The frame is drawn once the files of its page are here.
  useEffect(noteGoodStart, []);
  return (
    // The region is there before its words: only then are they read out.
    <div className="wrap" role="status">
      {offer && (
        <div className="notice small">
          <div className="row between">
            <p>
              {t('app.new_version')}{' '}
              <Button look="link" onClick={offer.takeOver}>
                {t('app.use_it')}
              </Button>
            </p>
            <ToolButton icon="x" label={t('design.close')} onClick={() => setOffer(null)} />
          </div>
        </div>
      )}
    </div>
  );
}
