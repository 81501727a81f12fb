import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useTranslate } from '#web/messages/translate-context.ts';
import { boundsOfEdge, type CropBox, crop_edges, type CropEdge, edgeAt, moveEdge } from './crop-box.ts';

interface Props {
  box: CropBox;
  /** One drag, or the keys pressed while a handle has the focus, are one step to undo: only its first is new. */
  onMove: (box: CropBox, is_new: boolean) => void;
}

/** One press, and one with Shift or a page key, in shares of the photo. */
const [step, large_step] = [0.01, 0.1];

/** The four edges of a crop, to drag or to move with the keys. */
export function CropHandles({ box, onMove }: Props) {
  return crop_edges.map((edge) => <Handle key={edge} {...{ edge, box, onMove }} />);
}

function Handle({ edge, box, onMove }: Props & { edge: CropEdge }) {
  const t = useTranslate();
  const is_new = useRef(true);
  const is_dragged = useRef(false);
  const is_upright = edge === 'left' || edge === 'right';
  const [min, max] = boundsOfEdge(box, edge);
  const now = edgeAt(box, edge);
  const bring = (to: number) => {
    const moved = moveEdge(box, edge, to);
    if (edgeAt(moved, edge) === now) return;
    onMove(moved, is_new.current);
    is_new.current = false;
  };
  const press = (event: KeyboardEvent) => {
    const to = targetOf(event, now, [min, max]);
    if (to === null) return;
    event.preventDefault();
    bring(to);
  };
  const begin = (event: PointerEvent) => {
    if (event.button !== 0 || !event.isPrimary) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    [is_dragged.current, is_new.current] = [true, true];
  };
  const drag = (event: PointerEvent) => {
    if (!is_dragged.current) return;
    const { left, top, width, height } = event.currentTarget.parentElement!.getBoundingClientRect();
    bring(is_upright ? (event.clientX - left) / width : (event.clientY - top) / height);
  };
  const rest = () => {
    [is_dragged.current, is_new.current] = [false, true];
  };
  const middle = is_upright ? box.top + box.height / 2 : box.left + box.width / 2;
  return (
    <div
      className={`crop-handle is-${edge}`}
      style={is_upright ? { left: `${now * 100}%`, top: `${middle * 100}%` } : { left: `${middle * 100}%`, top: `${now * 100}%` }}
      role="slider"
      tabIndex={0}
      aria-label={t('fix.edge', { edge })}
      aria-orientation={is_upright ? 'horizontal' : 'vertical'}
      aria-valuemin={percent(min)}
      aria-valuemax={percent(max)}
      aria-valuenow={percent(now)}
      aria-valuetext={t('fix.edge_at', { edge, percent: percent(now) })}
      onKeyDown={press}
      onBlur={rest}
      onPointerDown={begin}
      onPointerMove={drag}
      onPointerUp={rest}
      onPointerCancel={rest}
    />
  );
}

const percent = (share: number) => Math.round(share * 100);

/** The keys move an edge the way they point, up being nearer to the top. */
function targetOf({ key, shiftKey }: KeyboardEvent, now: number, [min, max]: [number, number]): number | null {
  const by = shiftKey ? large_step : step;
  if (key === 'ArrowLeft' || key === 'ArrowUp') return now - by;
  if (key === 'ArrowRight' || key === 'ArrowDown') return now + by;
  if (key === 'PageUp') return now - large_step;
  if (key === 'PageDown') return now + large_step;
  if (key === 'Home') return min;
  return key === 'End' ? max : null;
}
