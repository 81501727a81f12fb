import { useState } from 'react';
import type { DimensionName } from '#contract/catalog.ts';
import type { FitZone } from '#contract/fit-zones.ts';
import type { Profile } from '#contract/people.ts';
import { useMeasurements } from '#web/api/profile-queries.ts';
import { useZones } from '#web/api/zone-queries.ts';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { BodyRow } from './body-row.tsx';
import { BuildPanel } from './build-panel.tsx';
import { SizingPicker } from './sizing-picker.tsx';
import { UnitToggle } from './unit-toggle.tsx';
import { useChooseUnits } from './use-choose-units.ts';
import type { Measure } from './units.ts';

const first_measures: Measure[] = ['height_cm', 'weight_kg', 'chest_cm', 'waist_cm', 'hip_cm', 'inside_leg_cm'];
const more_measures: Measure[] = ['shoulder_cm', 'arm_length_cm', 'neck_cm', 'age'];

/** Where the size model tells of a measure that nobody took. */
const places: Partial<Record<Measure, DimensionName>> = {
  chest_cm: 'chest',
  waist_cm: 'waist',
  hip_cm: 'hip',
  neck_cm: 'neck',
  shoulder_cm: 'shoulders',
  arm_length_cm: 'sleeves',
  inside_leg_cm: 'inseam',
};

/** The measures of this person: what was told, underlined solid; what we make of the rest, basted. Each is changed in its place; `first_open` is the one that somebody came for. */
export function BodyPanel({ profile, first_open = null }: { profile: Profile; first_open?: Measure | null | undefined }) {
  const t = useTranslate();
  const { units, choose } = useChooseUnits();
  const kept = useMeasurements(profile.id);
  const zones = useZones(profile.id);
  const [open, setOpen] = useState<Measure | null>(first_open);
  const estimates = zones.data?.is_anything_known ? zones.data.fit_zones : [];
  const row = (name: Measure) => (
    <BodyRow
      key={name}
      profile_id={profile.id}
      name={name}
      value={kept.data?.[name] ?? null}
      estimate_cm={estimateOf(estimates, name)}
      is_open={open === name}
      onOpen={(is_open) => setOpen(is_open ? name : null)}
    />
  );
  const is_more_known = more_measures.some((name) => (kept.data?.[name] ?? null) !== null);
  return (
    <section className="stack" style={{ '--s': '14px' } as React.CSSProperties} aria-labelledby="body">
      <div className="row between wraps">
        <h2 className="display title" id="body" tabIndex={-1}>
          {profile.is_self ? t('you.body') : t('you.body_of', { name: profile.name })}
        </h2>
        <UnitToggle units={units} onChange={choose} />
      </div>
      <p className="small quiet">{t('you.body_lead')}</p>
      <SizingPicker profile={profile} />
      {kept.error && <ErrorNotice error={kept.error} onRetry={() => void kept.refetch()} />}
      {kept.data && (
        <div>
          <ul className="body-rows">{first_measures.map(row)}</ul>
          <details open={is_more_known || undefined}>
            <summary className="link small">{t('you.more_measures')}</summary>
            <ul className="body-rows">{more_measures.map(row)}</ul>
          </details>
        </div>
      )}
      <BuildPanel profile_id={profile.id} />
    </section>
  );
}

function estimateOf(zones: FitZone[], name: Measure): number | null {
  const zone = zones.find((one) => one.name === places[name] && one.body_basis === 'estimated');
  return zone?.body_cm ?? null;
}
