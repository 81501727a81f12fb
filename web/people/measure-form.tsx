import { type FormEvent, useState } from 'react';
import type { BodyMeasurements } from '#contract/fit.ts';
import { useChangeMeasurements, useMeasurements } from '#web/api/profile-queries.ts';
import { Button } from '#web/design/button.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { FieldError } from '#web/design/field.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { MeasureField } from './measure-field.tsx';
import { type Drafts, checkDrafts, convertDrafts } from './measure-drafts.ts';
import { UnitToggle } from './unit-toggle.tsx';
import { useUnits } from './units-context.ts';
import { type Measure, type Units, fromWire } from './units.ts';

interface Props {
  profile_id: string;
  names: Measure[];
  submit: string;
  is_tall?: boolean;
  onSaved: () => void;
}

/** Asks for measurements in the shopper's units. Numbers that look like another unit are asked back before they are kept. */
export function MeasureForm({ profile_id, names, submit, is_tall = false, onSaved }: Props) {
  const t = useTranslate();
  const { units, setUnits } = useUnits();
  const kept = useMeasurements(profile_id);
  const change = useChangeMeasurements(profile_id);
  const [drafts, setDrafts] = useState<Drafts>({});
  const [sure_of, setSureOf] = useState<Measure[]>([]);
  const [is_checked, setChecked] = useState(false);
  const [is_empty, setEmpty] = useState(false);
  const { body, troubles } = checkDrafts(drafts, { units, sure_of });
  const save = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    const troubled = names.find((name) => troubles[name]);
    if (troubled) return document.getElementById(`measure-${troubled}`)?.focus();
    const has_nothing = Object.keys(body).length === 0 && names.every((name) => (kept.data?.[name] ?? null) === null);
    setEmpty(has_nothing);
    if (has_nothing || change.isPending) return;
    change.mutate(body, { onSuccess: () => { setDrafts({}); setChecked(false); onSaved(); } });
  };
  const draft = (name: Measure, text: string) => {
    setEmpty(false);
    setDrafts((now) => ({ ...now, [name]: text }));
    setSureOf((now) => now.filter((other) => other !== name));
  };
  const switchUnits = (next: Units) => { setDrafts(convertDrafts(drafts, { from: units, to: next })); setUnits(next); };
  return (
    <form className="ask-form" noValidate onSubmit={save}>
      <UnitToggle units={units} onChange={switchUnits} />
      <div className="measures">
        {names.map((name) => (
          <MeasureField
            key={name} name={name} units={units} text={drafts[name] ?? keptText(kept.data, name, units)}
            trouble={is_checked || troubles[name]?.kind === 'mix_up' ? troubles[name] : undefined}
            refusal={refusalOf(change.error, name)}
            onText={(text) => draft(name, text)} onSure={() => setSureOf((now) => [...now, name])}
          />
        ))}
      </div>
      {is_empty && <div role="alert"><FieldError>{t('ask.none')}</FieldError></div>}
      {kept.error && <ErrorNotice error={kept.error} onRetry={() => void kept.refetch()} />}
      {change.error && <ErrorNotice error={change.error} />}
      <Button type="submit" look="ink" is_tall={is_tall} is_wide={is_tall} is_busy={change.isPending}>{submit}</Button>
    </form>
  );
}

function keptText(kept: BodyMeasurements | undefined, name: Measure, units: Units): string {
  const value = kept?.[name];
  return value === null || value === undefined ? '' : String(fromWire(name, value, units));
}

function refusalOf(error: unknown, name: Measure): string | undefined {
  const fields = (error as { body?: { fields?: Record<string, string> } } | null)?.body?.fields;
  return fields?.[name];
}
