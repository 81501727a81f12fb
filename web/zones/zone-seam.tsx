import type { RefObject } from 'react';
import type { FitZone } from '#contract/fit-zones.ts';
import { NotchSlider } from '#web/design/notch-slider.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { page_steps, steps_cm, width_cm_min } from './lay-zone.ts';
import type { useZoneEdit } from './use-zone-edit.ts';
import { markText, roundText } from './zone-words.ts';

interface Props {
  zone: FitZone;
  edit: ReturnType<typeof useZoneEdit>;
  /** solid: known; basted: a guess, or not saved yet; `others`: what most people like. */
  look: 'solid' | 'basted' | 'others';
  first_end: RefObject<HTMLDivElement | null>;
}

/** The seam of a zone, from tight to relaxed, with its two ends as notches. */
export function ZoneSeam({ zone, edit, look, first_end }: Props) {
  const t = useTranslate();
  const { axis, range, units } = edit;
  const dimension = t(`dimension.${zone.name}`);
  const textOf = (cm: number) => {
    const is_exact = zone.basis === 'set' || edit.is_draft;
    return t('unit.length', { value: (is_exact ? markText : roundText)(t, cm, units), units });
  };
  return (
    <NotchSlider
      label={dimension}
      is_label_hidden
      value={[range.low_cm, range.high_cm]}
      min={axis.min_cm}
      max={axis.max_cm}
      step={steps_cm[units]}
      ticks={axis.ticks}
      min_gap={width_cm_min}
      page_steps={page_steps}
      notch_labels={[t('zones.smallest', { dimension }), t('zones.largest', { dimension })]}
      valueText={textOf}
      ends={[t('zones.tight'), t('zones.relaxed')]}
      tone={look === 'others' ? 'ink' : 'yours'}
      is_basted={look !== 'solid'}
      first_notch={first_end}
      onChange={([low_cm = range.low_cm, high_cm = range.high_cm]) => edit.move({ low_cm, high_cm })}
      onRest={edit.flush}
    />
  );
}
