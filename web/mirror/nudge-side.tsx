import { useEffect, useRef } from 'react';
import type { TriedPart } from '#contract/tryon.ts';
import { Button } from '#web/design/button.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { Stitch } from '#web/design/stitch.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { partsText } from './parts-text.ts';
import type { Look } from './use-look.ts';

interface Props {
  look: Look;
  parts: readonly TriedPart[];
  /** It is being kept, or could not be. */
  is_busy: boolean;
  error: unknown;
  onDone: () => void;
}

/** Beside the picture while the cloth is moved; what is kept is drawn so by the server. */
export function NudgeSide({ look, parts, is_busy, error, onDone }: Props) {
  const t = useTranslate();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const { seen, guessed } = partsText(t, parts);
  return (
    <div className="mirror-side">
      <div>
        <h1 className="display head" ref={heading} tabIndex={-1}>
          {t('mirror.nudge_title')}
        </h1>
        <p className="quiet">{t('mirror.nudge_lead')}</p>
      </div>
      <ul className="evidence">
        {seen && (
          <li>
            <Stitch is_known />
            <p>{seen}</p>
          </li>
        )}
        {guessed && (
          <li>
            <Stitch is_known={false} />
            <p>{guessed}</p>
          </li>
        )}
      </ul>
      <p className="small quiet">{t('mirror.nudge_stays')}</p>
      {error !== null && <ErrorNotice error={error} />}
      <div className="mirror-acts">
        <Button look="ink" className="is-first" is_busy={is_busy} onClick={onDone}>
          {t('mirror.nudge_keep')}
        </Button>
        <Button look="quiet" icon="undo" disabled={!look.can_undo} onClick={look.undo}>
          {t('wardrobe.undo')}
        </Button>
        <Button look="quiet" disabled={!look.can_start_over} onClick={look.startOver}>
          {t('mirror.nudge_over')}
        </Button>
      </div>
    </div>
  );
}
