import { createContext, type ReactNode, use, useCallback, useEffect, useState } from 'react';
import { Button } from './button.tsx';

/** Long enough to read one sentence and reach the action; a toast never holds an error. */
const toast_ms = 6000;

interface Toast {
  text: string;
  is_quiet: boolean;
  action?: { label: string; run: () => void };
}
type Say = (text: string, options?: { action?: Toast['action']; is_quiet?: boolean }) => void;
const SayContext = createContext<Say | null>(null);

/** Gives `say(text)`: shown as a strip for six seconds and read out politely; `is_quiet` is only read out. */
export function useSay(): Say {
  const say = use(SayContext);
  if (!say) throw new Error('no SayProvider above this component');
  return say;
}

export function SayProvider({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<Toast | null>(null);
  const [is_held, setHeld] = useState(false);
  const say = useCallback<Say>((text, { action, is_quiet = false } = {}) => setToast({ text, is_quiet, action }), []);
  useEffect(() => {
    if (!toast || is_held) return undefined;
    const timer = setTimeout(() => setToast(null), toast_ms);
    return () => clearTimeout(timer);
  }, [toast, is_held]);
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
        {toast && (
          <div className={toast.is_quiet ? 'sr' : 'toast small'} {...hold}>
            <span>{toast.text}</span>
            {toast.action && (
              <Button
                look="link"
                onClick={() => {
                  toast.action?.run();
                  setToast(null);
                }}
              >
                {toast.action.label}
              </Button>
            )}
          </div>
        )}
      </div>
    </SayContext>
  );
}
