import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** Tells on which sides more of a scrolling element lies hidden, along the line of reading: "start", "end", or both. */
export function useOverflow<E extends HTMLElement>(): [RefObject<E | null>, string | undefined] {
  const element = useRef<E>(null);
  const [more, setMore] = useState<string>();
  useLayoutEffect(() => {
    const frame = element.current;
    if (!frame) return undefined;
    const look = () => {
      const hidden_px = frame.scrollWidth - frame.clientWidth;
      // Right to left, the distance counts downwards from 0.
      const passed_px = Math.abs(frame.scrollLeft);
      setMore([passed_px > 1 && 'start', hidden_px - passed_px > 1 && 'end'].filter(Boolean).join(' ') || undefined);
    };
    const observer = new ResizeObserver(look);
    observer.observe(frame);
    if (frame.firstElementChild) observer.observe(frame.firstElementChild);
    frame.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      observer.disconnect();
      frame.removeEventListener('scroll', look);
    };
  }, []);
  return [element, more];
}
