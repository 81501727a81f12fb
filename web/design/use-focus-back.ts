import { type RefObject, useEffect, useRef } from 'react';

/** The field that had the focus is gone; the button that opened it takes it back, unless the focus went elsewhere. */
export function useFocusBack(is_open: boolean): RefObject<HTMLButtonElement | null> {
  const opener = useRef<HTMLButtonElement>(null);
  const was_open = useRef(is_open);
  useEffect(() => {
    if (was_open.current && !is_open && document.activeElement === document.body) opener.current?.focus();
    was_open.current = is_open;
  }, [is_open]);
  return opener;
}
