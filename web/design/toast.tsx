import type { CSSProperties } from 'react';
import { Button } from './button.tsx';
import { useSwipeAway } from './use-swipe-away.ts';

export interface ToastAction {
  label: string;
  run: () => void;
}
interface Props {
  text: string;
  action?: ToastAction;
  onGone: () => void;
}

/** An ink strip that says what was done, with at most one action. Never an error: those stay where they happened. */
export function Toast({ text, action, onGone }: Props) {
  const { moved_px, is_held, pointer } = useSwipeAway(onGone);
  return (
    <div className={is_held ? 'toast small' : 'toast small is-let-go'} style={{ '--swipe': `${moved_px}px` } as CSSProperties} {...pointer}>
      <span>{text}</span>
      {action && (
        <Button
          look="link"
          onClick={() => {
            // First away with this one: the action may say something itself.
            onGone();
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
    </div>
  );
}
