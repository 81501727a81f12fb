import { Link, useNavigate } from '@tanstack/react-router';
import { type RefObject, useState } from 'react';
import type { ErasureReceipt } from '#contract/people.ts';
import type { TryOnSession } from '#contract/tryon.ts';
import { useRemoveTryOn } from '#web/api/mirror-queries.ts';
import { Button } from '#web/design/button.tsx';
import { ConfirmDialog } from '#web/design/confirm-dialog.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { NotchSlider } from '#web/design/notch-slider.tsx';
import { Surety } from '#web/design/surety.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { ErasePhotosDialog } from '#web/people/erase-photos-dialog.tsx';
import { LookActions } from './look-actions.tsx';
import { searchOfSession } from './mirror-search.ts';
import { partsText } from './parts-text.ts';
import { RateLook } from './rate-look.tsx';
import { sellersOf, ShopCard } from './shop-card.tsx';
import { type Look, light_max } from './use-look.ts';

interface Props {
  session: TryOnSession;
  look: Look;
  canvas: RefObject<HTMLCanvasElement | null>;
  has_light: boolean;
  onErased: (receipt: ErasureReceipt) => void;
}

/** Beside a look: its light, how true it is, who sells what is worn, and what can be done with it. */
export function LookSide({ session, look, canvas, has_light, onErased }: Props) {
  const t = useTranslate();
  const { confidence, parts, renderer } = session;
  const { seen, guessed } = partsText(t, parts);
  return (
    <div className="mirror-side">
      <div>
        <h1 className="display head">{t('mirror.done')}</h1>
        <p className="small quiet">{t('mirror.done_lead')}</p>
      </div>
      {has_light && (
        <NotchSlider
          label={t('mirror.tool.light')}
          is_label_hidden
          value={[look.light]}
          min={-light_max}
          max={light_max}
          page_steps={light_max}
          notch_labels={[t('mirror.tool.light')]}
          valueText={(steps) =>
            t('mirror.light_at', { steps: Math.abs(steps), way: steps === 0 ? 'none' : steps > 0 ? 'noon' : 'evening' })
          }
          ends={[t('mirror.evening'), t('mirror.noon')]}
          onChange={([steps]) => look.setLight(steps!)}
        />
      )}
      {confidence !== null && (
        <div className="stack true-to-life">
          <div className="row">
            <span className="small b">{t('mirror.true')}</span>
            <Surety confidence={confidence} has_word={false} />
          </div>
          {(seen || guessed) && <p className="small">{[seen, guessed].filter((one) => one !== null).join(' ')}</p>}
          {renderer?.instead_of && renderer.reason && (
            <p className="small quiet">
              {t('mirror.instead', { renderer: renderer.instead_of, reason: t(`mirror.reason.${renderer.reason}`) })}
            </p>
          )}
        </div>
      )}
      {sellersOf(session).map((seller) => (
        <ShopCard key={seller.product_id} seller={seller} />
      ))}
      <LookActions {...{ session, look, canvas }} />
      <RateLook session={session} />
      <Leaving session={session} onErased={onErased} />
    </div>
  );
}

/** Another try with the same, this look gone, or every photo gone. */
function Leaving({ session, onErased }: Pick<Props, 'session' | 'onErased'>) {
  const t = useTranslate();
  const navigate = useNavigate();
  const remove = useRemoveTryOn(session.session_id);
  const [asks, setAsks] = useState<'look' | 'photos' | null>(null);
  const close = () => setAsks(null);
  return (
    <div>
      <p className="row wraps wide-gap">
        <Link className="link small" to="/mirror" search={searchOfSession(session)}>
          {t('mirror.change')}
        </Link>
        <Link className="link small" to="/looks">
          {t('looks.page')}
        </Link>
        <Button look="link" className="quiet" onClick={() => setAsks('look')}>
          {t('mirror.delete_look')}
        </Button>
        <Button look="link" className="quiet" onClick={() => setAsks('photos')}>
          {t('photos.delete')}
        </Button>
      </p>
      {asks === 'look' && (
        <ConfirmDialog
          title={t('mirror.delete_look_title')}
          confirm={t('mirror.delete_look')}
          keep={t('photos.delete_keep')}
          is_busy={remove.isPending}
          onConfirm={() =>
            void remove.mutateAsync().then(
              () => navigate({ to: '/looks', replace: true }),
              () => undefined,
            )
          }
          onClose={close}
        >
          <p>{t('mirror.delete_look_body')}</p>
          {remove.error && <ErrorNotice error={remove.error} />}
        </ConfirmDialog>
      )}
      {asks === 'photos' && <ErasePhotosDialog onErased={onErased} onClose={close} />}
    </div>
  );
}
