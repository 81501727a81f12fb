import type { ReactNode } from 'react';
import { useTranslate } from '#web/messages/translate-context.ts';
import { Button } from './button.tsx';
import { SewnProgress } from './sewn-progress.tsx';

interface Props {
  /** What is listed: "Garments". */
  label: string;
  /** Not said where the list begins in its middle. */
  shown?: number;
  total: number;
  is_busy?: boolean;
  onMore: () => void;
  /** Leads to the next of it where no script runs: a link. */
  plain?: ReactNode;
}

/** How much of a list is on the page, and the button that brings the next of it. Nothing loads unasked: the foot stays reachable. */
export function ShowMore({ label, shown, total, is_busy, onMore, plain }: Props) {
  const t = useTranslate();
  return (
    <div className="more">
      {shown !== undefined && <SewnProgress label={label} done={shown} total={total} text={t('design.shown', { shown, total })} />}
      {(shown ?? 0) < total && (
        <Button look="quiet" className={plain ? 'needs-script' : ''} is_busy={is_busy} onClick={onMore}>
          {t('design.show_more')}
        </Button>
      )}
      {plain && <noscript>{plain}</noscript>}
    </div>
  );
}
