import { type FormEvent, useState } from 'react';
import { useChangeMeasurements, useMeasurements } from '#web/api/profile-queries.ts';
import type { Translate } from '#web/messages/translate.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import { type Drafts, checkDrafts, convertDrafts } from './measure-drafts.ts';
import { useUnits } from './units-context.ts';
import { type Measure, type Units, fromWire } from './units.ts';

interface Options {
  profile_id: string;
  names: Measure[];
  onSaved: () => void;
}

/** Holds what was typed until it is saved, in whichever units are shown, and what has to be asked back first. */
export function useMeasureForm({ profile_id, names, onSaved }: Options) {
  const t = useTranslate();
  const { units } = useUnits();
  const kept = useMeasurements(profile_id);
  const change = useChangeMeasurements(profile_id);
  const [drafts, setDrafts] = useState<Drafts>({});
  const [sure_of, setSureOf] = useState<Measure[]>([]);
  const [is_checked, setChecked] = useState(false);
  const [is_empty, setEmpty] = useState(false);
  // The units are changed in many places; what was typed in the old ones still means the same.
  const [typed_in, setTypedIn] = useState(units);
  if (typed_in !== units) {
    setTypedIn(units);
    setDrafts(convertDrafts(drafts, { from: typed_in, to: units, write: t.number }));
  }
  const { body, troubles } = checkDrafts(drafts, { units, sure_of, kept: kept.data });
  const save = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    const troubled = names.find((name) => troubles[name]);
    if (troubled) return document.getElementById(`measure-${troubled}`)?.focus();
    const has_nothing = Object.keys(body).length === 0 && names.every((name) => (kept.data?.[name] ?? null) === null);
    setEmpty(has_nothing);
    if (has_nothing || change.isPending) return undefined;
    const settle = () => {
      setDrafts({});
      setChecked(false);
      onSaved();
    };
    return change.mutate(body, { onSuccess: settle });
  };
  const draft = (name: Measure, text: string) => {
    setEmpty(false);
    setDrafts((now) => ({ ...now, [name]: text }));
    setSureOf((now) => now.filter((other) => other !== name));
  };
  const beSure = (name: Measure) => setSureOf((now) => [...now, name]);
  const textOf = (name: Measure) => drafts[name] ?? keptText(t, kept.data?.[name], { name, units });
  // A mix-up is asked back while typing is still fresh; what cannot be read waits until somebody saves.
  const troubleOf = (name: Measure) => (is_checked || troubles[name]?.kind === 'mix_up' ? troubles[name] : undefined);
  return { units, kept, change, is_empty, save, draft, beSure, textOf, troubleOf };
}

function keptText(t: Translate, value: number | null | undefined, { name, units }: { name: Measure; units: Units }): string {
  return value === null || value === undefined ? '' : t.number(fromWire(name, value, units));
}
