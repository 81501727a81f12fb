import { useRef, type MouseEvent, type RefObject } from 'react';
import type { FitZone } from '#contract/fit-zones.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import { measureAt, placeOf, type End } from './lay-zone.ts';
import type { useZoneEdit } from './use-zone-edit.ts';
import { ZoneEnd } from './zone-end.tsx';
import { markText, roundText } from './zone-words.ts';

interface Props {
  zone: FitZone;
  edit: ReturnType<typeof useZoneEdit>;
  /** solid: known; basted: a guess, or not saved yet; `others`: what most people like. */
  look: 'solid' | 'basted' | 'others';
  first_end: RefObject<HTMLDivElement | null>;
}

/** The axis of a zone with its wash and its two ends. Touching the axis brings the nearer end there, so nothing needs dragging. */
export function ZoneTrack({ zone, edit, look, first_end }: Props) {
  const t = useTranslate();
  const track = useRef<HTMLDivElement>(null);
  const { axis, range, units } = edit;
  const placeAt = ({ clientX }: { clientX: number }) => {
    const { left, width } = track.current!.getBoundingClientRect();
    const is_rtl = getComputedStyle(track.current!).direction === 'rtl';
    const from_left = (clientX - left) / width;
    return { place: is_rtl ? 1 - from_left : from_left, is_rtl };
  };
  const touch = (event: MouseEvent) => {
    const cm = measureAt(placeAt(event).place, axis);
    edit.move(Math.abs(cm - range.low_cm) <= Math.abs(cm - range.high_cm) ? 'low_cm' : 'high_cm', cm);
  };
  const dimension = t(`dimension.${zone.name}`);
  const textOf = (cm: number) => {
    const is_exact = zone.basis === 'set' || edit.is_draft;
    return t('unit.length', { value: (is_exact ? markText : roundText)(t, cm, units), units });
  };
  const endProps = (end: End) => ({
    end,
    range,
    axis,
    units,
    text: textOf(range[end]),
    placeAt,
    onMove: (cm: number) => edit.move(end, cm),
    onRest: edit.flush,
  });
  const [from, to] = [placeOf(range.low_cm, axis), placeOf(range.high_cm, axis)];
  return (
    // The ends do with keys all that touching the axis does.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div ref={track} className={`zone-track ${look}`} onClick={touch}>
      <span className="wash" style={{ insetInlineStart: `${from * 100}%`, inlineSize: `${(to - from) * 100}%` }} />
      <span className="axis" />
      {axis.ticks.map(({ cm, is_long }) => (
        <i key={cm} className={is_long ? 'scale-line long' : 'scale-line'} style={{ insetInlineStart: `${placeOf(cm, axis) * 100}%` }} />
      ))}
      <span className="zone-side micro faint" aria-hidden="true">
        {t('zones.tight')}
      </span>
      <span className="zone-side far micro faint" aria-hidden="true">
        {t('zones.relaxed')}
      </span>
      <ZoneEnd ref={first_end} label={t('zones.smallest', { dimension })} {...endProps('low_cm')} />
      <ZoneEnd label={t('zones.largest', { dimension })} {...endProps('high_cm')} />
    </div>
  );
}
