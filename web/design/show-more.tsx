import { useTranslate } from '#web/messages/translate-context.ts';
import { Button } from './button.tsx';
import { SewnProgress } from './sewn-progress.tsx';

interface Props {
  /** What is listed: "Garments". */
  label: string;
  shown: number;
  total: number;
  is_busy?: boolean;
  onMore: () => void;
}

/** How much of a list is on the page, and the button that brings the next of it. Nothing loads unasked: the foot stays reachable. */
export function ShowMore({ label, shown, total, is_busy, onMore }: Props) {
  const t = useTranslate();
  return (
    <div className="more">
      <SewnProgress label={label} done={shown} total={total} text={t('design.shown', { shown, total })} />
      {shown < total && (
        <Button look="quiet" is_busy={is_busy} onClick={onMore}>
          {t('design.show_more')}
        </Button>
      )}
    </div>
  );
}
