import { type RefObject, useState } from 'react';
import type { TryOnSession } from '#contract/tryon.ts';
import { useKeepLook } from '#web/api/mirror-queries.ts';
import { Button } from '#web/design/button.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { Icon } from '#web/design/icon.tsx';
import { useSay } from '#web/design/say.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { momentText } from './moment-text.ts';
import { ShareDialog } from './share-dialog.tsx';
import { BuyLink, sellersOf } from './shop-card.tsx';
import type { Look } from './use-look.ts';

interface Props {
  session: TryOnSession;
  look: Pick<Look, 'is_changed'>;
  canvas: RefObject<HTMLCanvasElement | null>;
}

/** Keep a look, hand its picture on, buy what is worn in it. */
export function LookActions({ session, look, canvas }: Props) {
  const t = useTranslate();
  const say = useSay();
  const keep = useKeepLook(session.session_id);
  const [is_asking, setAsking] = useState(false);
  const is_kept = session.saved_at !== null;
  const put = (to: boolean) =>
    keep.mutate(to, {
      onSuccess: () => say(t(to ? 'mirror.saved' : 'mirror.unsaved'), { action: { label: t('wardrobe.undo'), run: () => put(!to) } }),
    });
  const [seller] = sellersOf(session);
  return (
    <div>
      <div className="mirror-acts">
        <Button icon="heart" className={is_kept ? 'is-first is-kept' : 'is-first'} aria-pressed={is_kept} onClick={() => put(!is_kept)}>
          {t('mirror.save')}
        </Button>
        <Button look="quiet" icon="share" onClick={() => setAsking(true)}>
          {t('mirror.share')}
        </Button>
        {seller && (
          <BuyLink seller={seller} className="btn quiet">
            <Icon name="bag" />
            {t('mirror.buy')}
          </BuyLink>
        )}
      </div>
      <p className="small quiet">
        {is_kept || session.expires_at === null
          ? t('mirror.is_kept')
          : t('mirror.look_until', { moment: momentText(t, session.expires_at) })}
      </p>
      {keep.error && <ErrorNotice error={keep.error} />}
      {is_asking && <ShareDialog session={session} canvas={look.is_changed ? canvas : null} onClose={() => setAsking(false)} />}
    </div>
  );
}
