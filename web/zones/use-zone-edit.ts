import { useEffect, useRef, useState } from 'react';
import type { FitZone } from '#contract/fit-zones.ts';
import { useForgetZone, useSetZone, type ZoneChange } from '#web/api/zone-queries.ts';
import { useSay } from '#web/design/say.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { useUnits } from '#web/people/units-context.ts';
import { layAxis, onMarks, type Range } from './lay-zone.ts';
import { rangeText } from './zone-words.ts';

/** Keys come in bursts; they are saved together once they rest this long, or when the focus leaves. */
const rest_ms = 700;

interface Options {
  zone: FitZone;
  profile_id: string;
}

/** Holds a zone while it is being moved, saves it when it rests, and gives the way back. What could not be saved stays in sight. */
export function useZoneEdit({ zone, profile_id }: Options) {
  const t = useTranslate();
  const say = useSay();
  const { units } = useUnits();
  const set = useSetZone(profile_id);
  const forget = useForgetZone(profile_id);
  const [draft, setDraft] = useState<Range | null>(null);
  const waiting = useRef<{ range: Range; before: FitZone; timer: ReturnType<typeof setTimeout> } | null>(null);
  const place = { kind: zone.kind, name: zone.name };
  const named = (range: Range) => ({ place: t(`dimension.${zone.name}`), range: rangeText(t, range, { units, basis: 'set' }) });

  const goBack = (before: FitZone) =>
    before.basis === 'set' ? set.mutate(changeOf(before)) : forget.mutate({ kind: before.kind, name: before.name });
  const save = (range: Range, before: FitZone) => {
    const done = () => {
      setDraft((now) => (now === range ? null : now));
      say(t('zones.saved', named(range)), { action: { label: t('zones.undo'), run: () => goBack(before) } });
    };
    set.mutate({ ...place, ...range }, { onSuccess: done });
  };
  const flush = () => {
    if (!waiting.current) return;
    const { range, before, timer } = waiting.current;
    clearTimeout(timer);
    waiting.current = null;
    save(range, before);
  };
  const atRest = useRef(flush);
  useEffect(() => {
    atRest.current = flush;
  });
  // Another kind of garment was opened before the keys came to rest: what was set still counts.
  useEffect(() => () => atRest.current(), []);

  const axis = layAxis(zone);
  const range = draft ?? zone;
  const move = (moved: Range) => {
    const next = onMarks(moved, units);
    const before = waiting.current?.before ?? zone;
    if (waiting.current) clearTimeout(waiting.current.timer);
    waiting.current = { range: next, before, timer: setTimeout(() => atRest.current(), rest_ms) };
    setDraft(next);
  };
  const letGo = () => {
    setDraft(null);
    set.reset();
  };
  const forgetIt = (onForgotten: () => void) => {
    letGo();
    forget.mutate(place, {
      onSuccess: () => {
        say(t('zones.forgotten', { place: t(`dimension.${zone.name}`) }), {
          action: { label: t('zones.undo'), run: () => set.mutate(changeOf(zone)) },
        });
        onForgotten();
      },
    });
  };
  return {
    axis,
    range,
    units,
    is_draft: draft !== null,
    error: set.error ?? forget.error,
    is_forgetting: forget.isPending,
    move,
    flush,
    forgetIt,
    retry: () => draft && save(draft, zone),
    letGo,
  };
}

const changeOf = ({ kind, name, low_cm, high_cm }: FitZone): ZoneChange => ({ kind, name, low_cm, high_cm });
