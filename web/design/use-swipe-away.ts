import { type PointerEvent, useRef, useState } from 'react';

/** px; further than a finger slips while it taps. */
const away_px = 80;

/** Lets a strip be swiped away to either side: hand what it returns to the element. */
export function useSwipeAway(onAway: () => void) {
  const from = useRef<number | null>(null);
  const [moved_px, setMoved] = useState(0);
  const [is_held, setHeld] = useState(false);
  const end = () => {
    if (from.current === null) return;
    from.current = null;
    setHeld(false);
    if (Math.abs(moved_px) >= away_px) onAway();
    else setMoved(0);
  };
  return {
    moved_px,
    is_held,
    pointer: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        // A mouse selects the words, or presses the action.
        if (event.pointerType !== 'mouse') from.current = event.clientX;
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        if (from.current === null) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setHeld(true);
        setMoved(event.clientX - from.current);
      },
      onPointerUp: end,
      onPointerCancel: end,
    },
  };
}
