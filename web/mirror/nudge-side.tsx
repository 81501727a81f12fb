import { useEffect, useRef } from 'react';
import type { TriedPart } from '#contract/tryon.ts';
import { Button } from '#web/design/button.tsx';
import { Stitch } from '#web/design/stitch.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { partsText } from './parts-text.ts';
import type { Look } from './use-look.ts';

interface Props {
  look: Look;
  parts: readonly TriedPart[];
  onDone: () => void;
}

/** Beside the picture while the cloth is moved. */
export function NudgeSide({ look, parts, onDone }: Props) {
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
      <div className="mirror-acts">
        <Button look="ink" className="is-first" onClick={onDone}>
          {t('mirror.nudge_keep')}
        </Button>
        <Button look="quiet" icon="undo" disabled={!look.can_undo} onClick={look.undo}>
          {t('wardrobe.undo')}
        </Button>
        <Button look="quiet" disabled={!look.can_undo} onClick={look.startOver}>
          {t('mirror.nudge_over')}
        </Button>
      </div>
    </div>
  );
}
