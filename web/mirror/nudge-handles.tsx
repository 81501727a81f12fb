import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import type { TriedPart } from '#contract/tryon.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import { anchorWord } from './anchor-word.ts';
import { type AnchorName, anchor_names, type Anchors } from '#science/look-layers/find-anchors.ts';
import type { Look } from './use-look.ts';

/** One press, and one with Shift, in shares of the picture's height. */
const [step, large_step] = [0.005, 0.025];
/** A point may not leave the picture. */
const edge = 0.02;

interface Props {
  anchors: Anchors;
  look: Pick<Look, 'nudges' | 'nudge'>;
  parts: readonly TriedPart[];
  chosen: AnchorName | null;
  onChoose: (name: AnchorName) => void;
}

/** A notch at each point by which the cloth can be moved. */
export function NudgeHandles(props: Props) {
  return anchor_names.map((name) => <Handle key={name} {...props} name={name} />);
}

function Handle({ name, anchors, look: { nudges, nudge }, parts, chosen, onChoose }: Props & { name: AnchorName }) {
  const t = useTranslate();
  const is_new = useRef(true);
  const grabbed = useRef<{ x: number; y: number } | null>(null);
  const home = anchors[name];
  const way = nudges[name] ?? { x: 0, y: 0 };
  const at = { x: home.x + way.x, y: home.y + way.y };
  const bring = (to: { x: number; y: number }) => {
    const within = (share: number): number => Math.min(1 - edge, Math.max(edge, share));
    nudge(name, { x: within(to.x) - home.x, y: within(to.y) - home.y }, is_new.current);
    is_new.current = false;
  };
  const press = (event: KeyboardEvent) => {
    const by = event.shiftKey ? large_step : step;
    const [x, y] = { ArrowLeft: [-by, 0], ArrowRight: [by, 0], ArrowUp: [0, -by], ArrowDown: [0, by] }[event.key] ?? [0, 0];
    if ((x === 0 && y === 0) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    bring({ x: at.x + x!, y: at.y + y! });
  };
  const placeOf = (event: PointerEvent) => {
    const { left, top, width, height } = event.currentTarget.parentElement!.getBoundingClientRect();
    return { x: (event.clientX - left) / width, y: (event.clientY - top) / height };
  };
  const grab = (event: PointerEvent) => {
    if (event.button !== 0 || !event.isPrimary) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const place = placeOf(event);
    // Where on the notch it was taken: it must not jump to the pointer's tip.
    grabbed.current = { x: place.x - at.x, y: place.y - at.y };
    is_new.current = true;
    onChoose(name);
  };
  const drag = (event: PointerEvent) => {
    if (!grabbed.current) return;
    const place = placeOf(event);
    bring({ x: place.x - grabbed.current.x, y: place.y - grabbed.current.y });
  };
  const rest = () => {
    grabbed.current = null;
    is_new.current = true;
  };
  return (
    <button
      type="button"
      className={`nudge-handle is-${name}${chosen === name ? ' is-on' : ''}`}
      style={{ left: `${at.x * 100}%`, top: `${at.y * 100}%` }}
      aria-label={t('mirror.nudge_point', { point: anchorWord(t, name, parts) })}
      onFocus={() => onChoose(name)}
      onBlur={rest}
      onKeyDown={press}
      onPointerDown={grab}
      onPointerMove={drag}
      onPointerUp={rest}
      onPointerCancel={rest}
      onClick={(event) => event.stopPropagation()}
    />
  );
}
