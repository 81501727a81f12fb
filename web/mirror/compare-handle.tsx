import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useTranslate } from '#web/messages/translate-context.ts';
import { ToolIcon } from './tool-icon.tsx';

/** One press, and one with Shift or a page key, in percent of the picture. */
const [step, large_step] = [2, 10];

/** The cut between before and after: dragged, or moved with the keys. A picture is read from its left in every language. */
export function CompareHandle({ value, onMove }: { value: number; onMove: (value: number) => void }) {
  const t = useTranslate();
  const is_dragged = useRef(false);
  const press = (event: KeyboardEvent) => {
    const to = targetOf(event, value);
    if (to === null) return;
    event.preventDefault();
    onMove(Math.min(100, Math.max(0, to)));
  };
  const begin = (event: PointerEvent) => {
    if (event.button !== 0 || !event.isPrimary) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    is_dragged.current = true;
  };
  const drag = (event: PointerEvent) => {
    if (!is_dragged.current) return;
    const { left, width } = event.currentTarget.parentElement!.getBoundingClientRect();
    onMove(Math.round(Math.min(100, Math.max(0, ((event.clientX - left) / width) * 100))));
  };
  const rest = () => {
    is_dragged.current = false;
  };
  return (
    <div
      className="compare-handle"
      style={{ left: `${value}%` }}
      role="slider"
      tabIndex={0}
      aria-label={t('mirror.compare_handle')}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={value}
      aria-valuetext={t('mirror.compare_at', { before: t.percent(value / 100) })}
      onKeyDown={press}
      onPointerDown={begin}
      onPointerMove={drag}
      onPointerUp={rest}
      onPointerCancel={rest}
      onClick={(event) => event.stopPropagation()}
    >
      <span>
        <ToolIcon name="grain" />
      </span>
    </div>
  );
}

function targetOf({ key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent, now: number): number | null {
  if (altKey || ctrlKey || metaKey) return null;
  if (key === 'Home') return 0;
  if (key === 'End') return 100;
  if (key === 'PageUp') return now + large_step;
  if (key === 'PageDown') return now - large_step;
  const by = shiftKey ? large_step : step;
  if (key === 'ArrowRight' || key === 'ArrowUp') return now + by;
  return key === 'ArrowLeft' || key === 'ArrowDown' ? now - by : null;
}
