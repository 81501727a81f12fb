import { type RefObject, useEffect } from 'react';

/** Escape leaves a form as its Cancel does, from wherever the focus is in it. */
export function useEscape(form: RefObject<HTMLElement | null>, onClose: () => void): void {
  useEffect(() => {
    const leave = (event: globalThis.KeyboardEvent) => {
      if (event.key === 'Escape') onClose();
    };
    const element = form.current;
    element?.addEventListener('keydown', leave);
    return () => element?.removeEventListener('keydown', leave);
  }, [form, onClose]);
}
