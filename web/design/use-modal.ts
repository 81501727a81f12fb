import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Opens a `<dialog>` over the page for as long as it is mounted. The browser keeps the focus in it and the page behind it still,
 * takes Escape, and gives the focus back to what opened it: for that it is closed before React takes it away.
 */
export function useModal(): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    return () => opened?.close();
  }, []);
  return dialog;
}
