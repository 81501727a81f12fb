import { type RefObject, useEffect, useId, useRef, useState } from 'react';
import type { TryOnSession } from '#contract/tryon.ts';
import { Button } from '#web/design/button.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { useSay } from '#web/design/say.tsx';
import { useModal } from '#web/design/use-modal.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import { ShareByLink } from './share-by-link.tsx';
import { canShare, pictureOf, sharePicture } from './share-picture.ts';

interface Props {
  session: TryOnSession;
  /** What is seen, where it is not the picture that was made. */
  canvas: RefObject<HTMLCanvasElement | null> | null;
  onClose: () => void;
}

/** It is a picture of somebody: handed on only after they said so, as a file, or by a link that ends. The focus stands on the safe answer. */
export function ShareDialog({ session, canvas, onClose }: Props) {
  const t = useTranslate();
  const say = useSay();
  const dialog = useModal();
  const safe = useRef<HTMLButtonElement>(null);
  const id = useId();
  const [is_busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => safe.current?.focus(), []);
  const share = async () => {
    setBusy(true);
    try {
      const file = await pictureOf(session.render_url!, canvas?.current ?? null);
      const did = await sharePicture(file);
      if (did === 'stored') say(t('mirror.stored'));
      onClose();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <dialog ref={dialog} className="sheet share-sheet" role="alertdialog" aria-labelledby={id} onClose={onClose}>
      <h2 className="display head" id={id}>
        {t(session.mannequin ? 'mirror.share' : 'mirror.share_title')}
      </h2>
      <section className="stack" aria-labelledby={`${id}-link`}>
        <h3 className="b" id={`${id}-link`}>
          {t('share.link')}
        </h3>
        <ShareByLink session={session} is_lit={canvas !== null} />
      </section>
      <section className="stack" aria-labelledby={`${id}-file`}>
        <h3 className="b" id={`${id}-file`}>
          {t('share.file')}
        </h3>
        {!session.mannequin && <p className="small">{t('mirror.share_body')}</p>}
        {error !== null && <ErrorNotice error={error} />}
        <Button is_busy={is_busy} onClick={() => void share()}>
          {t(canShare() ? 'mirror.share' : 'mirror.store')}
        </Button>
      </section>
      <Button ref={safe} look="quiet" onClick={() => dialog.current?.close()}>
        {t('mirror.share_keep')}
      </Button>
    </dialog>
  );
}
