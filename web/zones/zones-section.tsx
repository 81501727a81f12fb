import { Tabs } from 'radix-ui';
import { useState } from 'react';
import { zoneKinds, type FitZone, type ZoneKind } from './zone-kinds.ts';
import type { Profile } from '#contract/people.ts';
import { useZones } from '#web/api/zone-queries.ts';
import { Button } from '#web/design/button.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { LoadingGarment } from '#web/design/loading-garment.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { NoZones } from './no-zones.tsx';
import { ZoneRow } from './zone-row.tsx';

/** What feels good on this person, kind by kind; with nothing known, what to tell first. */
export function ZonesSection({ profile }: { profile: Profile }) {
  const t = useTranslate();
  const zones = useZones(profile.id);
  const [is_by_hand, setByHand] = useState(false);
  if (zones.isPending) return <LoadingGarment text={t('app.loading')} />;
  if (!zones.data) return <ErrorNotice error={zones.error} onRetry={() => void zones.refetch()} />;
  const { fit_zones, is_anything_known } = zones.data;
  return (
    <section aria-label={t('zones.section')}>
      {zones.error && <ErrorNotice error={zones.error} onRetry={() => void zones.refetch()} />}
      {!is_anything_known && <NoZones profile={profile} />}
      {!is_anything_known && !is_by_hand && (
        <Button look="link" onClick={() => setByHand(true)}>
          {t('zones.by_hand')}
        </Button>
      )}
      {(is_anything_known || is_by_hand) && <Kinds zones={fit_zones} profile_id={profile.id} />}
    </section>
  );
}

function Kinds({ zones, profile_id }: { zones: FitZone[]; profile_id: string }) {
  const t = useTranslate();
  const [chosen, setChosen] = useState<ZoneKind>(() => bestKnown(zones));
  return (
    <Tabs.Root value={chosen} onValueChange={(kind) => setChosen(kind as ZoneKind)}>
      <Tabs.List className="zone-kinds" aria-label={t('zones.kinds')}>
        {zoneKinds.map((kind) => (
          <Tabs.Trigger key={kind} value={kind}>
            <span>{t(`zones.kind_${kind}`)}</span>
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {zoneKinds.map((kind) => (
        // The panel's rows can be reached themselves; the panel need not be a stop of its own.
        <Tabs.Content key={kind} value={kind} tabIndex={-1}>
          <ul>
            {zones
              .filter((zone) => zone.kind === kind)
              .map((zone) => (
                <ZoneRow key={zone.name} zone={zone} profile_id={profile_id} />
              ))}
          </ul>
        </Tabs.Content>
      ))}
      <Legend />
    </Tabs.Root>
  );
}

function Legend() {
  const t = useTranslate();
  return (
    <p className="legend zone-legend">
      <span className="you">
        <i className="seam" />
        {t('zones.legend_known')}
      </span>
      <span className="you">
        <i className="baste" />
        {t('zones.legend_guessed')}
      </span>
      <span>
        <svg className="grain" viewBox="0 0 22 8" aria-hidden="true">
          <path d="M1 4h20M4 1 1 4l3 3M18 1l3 3-3 3" />
        </svg>
        {t('zones.legend_drag')}
      </span>
    </p>
  );
}

/** The kind of which most was worn or set comes first to the eye; with none, the first of the list. */
function bestKnown(zones: FitZone[]): ZoneKind {
  const told = (kind: ZoneKind) =>
    zones
      .filter((zone) => zone.kind === kind)
      .reduce(
        (sum, { basis, why }) =>
          sum +
          (basis === 'set' ? 1 : 0) +
          why.reduce((all, one) => all + (one.code === 'worn' && one.category === kind ? one.count : 0), 0),
        0,
      );
  return zoneKinds.reduce((best, kind) => (told(kind) > told(best) ? kind : best));
}
