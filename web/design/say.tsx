import { createContext, type ReactNode, use, useCallback, useEffect, useState } from 'react';
import { Toast, type ToastAction } from './toast.tsx';

/** Long enough to read one sentence and reach the action; a toast never holds an error. */
const toast_ms = 6000;

interface Said {
  /** Counts what was said, so that the same words twice are two toasts. */
  turn: number;
  text: string;
  is_quiet: boolean;
  action?: ToastAction;
}
type Say = (text: string, options?: { action?: ToastAction; is_quiet?: boolean }) => void;
const SayContext = createContext<Say | null>(null);

/** Gives `say(text)`: shown as a strip for six seconds and read out politely; `is_quiet` is only read out. */
export function useSay(): Say {
  const say = use(SayContext);
  if (!say) throw new Error('no SayProvider above this component');
  return say;
}

/** One strip at a time: what is said last replaces what was said before. The time stands still while somebody points at it. */
export function SayProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState<Said | null>(null);
  const [is_held, setHeld] = useState(false);
  const say = useCallback<Say>(
    (text, { action, is_quiet = false } = {}) => setSaid((before) => ({ turn: (before?.turn ?? 0) + 1, text, is_quiet, action })),
    [],
  );
  const end = useCallback(() => {
    setSaid(null);
    setHeld(false);
  }, []);
  useEffect(() => {
    if (!said || is_held) return undefined;
    const timer = setTimeout(end, toast_ms);
    return () => clearTimeout(timer);
  }, [said, is_held, end]);
  const hold = {
    onMouseEnter: () => setHeld(true),
    onMouseLeave: () => setHeld(false),
    onFocus: () => setHeld(true),
    onBlur: () => setHeld(false),
  };
  return (
    <SayContext value={say}>
      {children}
      <div role="status">
        {said?.is_quiet && <span className="sr">{said.text}</span>}
        {said && !said.is_quiet && (
          <div className="toast-place" {...hold}>
            <Toast key={said.turn} text={said.text} action={said.action} onGone={end} />
          </div>
        )}
      </div>
    </SayContext>
  );
}
