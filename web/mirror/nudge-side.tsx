import { useEffect, useRef } from 'react';
import type { TriedPart } from '#contract/tryon.ts';
import { useNudgeLook } from '#web/api/mirror-queries.ts';
import { Button } from '#web/design/button.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { Stitch } from '#web/design/stitch.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { partsText } from './parts-text.ts';
import type { Look } from './use-look.ts';

interface Props {
  session_id: string;
  look: Look;
  parts: readonly TriedPart[];
  onDone: () => void;
}

/** Beside the picture while the cloth is moved; what is kept is drawn so by the server. */
export function NudgeSide({ session_id, look, parts, onDone }: Props) {
  const t = useTranslate();
  const nudge = useNudgeLook(session_id);
  // What the server draws is what is saved and shared.
  const keep = () => (look.is_moved ? nudge.mutate(look.nudges, { onSuccess: onDone }) : onDone());
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
      {nudge.error && <ErrorNotice error={nudge.error} />}
      <div className="mirror-acts">
        <Button look="ink" className="is-first" is_busy={nudge.isPending} onClick={keep}>
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
