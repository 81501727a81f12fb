import { useState } from 'react';
import type { BodyBuild, BuildLevel, BuildPlace } from '#contract/body-build.ts';
import { useBuild, useSetBuild } from '#web/api/build-queries.ts';
import { Button } from '#web/design/button.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { Radios } from '#web/design/radios.tsx';
import { useSay } from '#web/design/say.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { BuildDrawing } from './build-drawing.tsx';

const places: BuildPlace[] = ['belly', 'chest', 'hip'];
const levels: BuildLevel[] = [-1, 0, 1];

/** How this person is built beside others, by eye. Folded away until something is told. */
export function BuildPanel({ profile_id }: { profile_id: string }) {
  const build = useBuild(profile_id);
  if (build.error && !build.data) return <ErrorNotice error={build.error} onRetry={() => void build.refetch()} />;
  return build.data ? <Places profile_id={profile_id} told={build.data} /> : null;
}

function Places({ profile_id, told }: { profile_id: string; told: BodyBuild }) {
  const t = useTranslate();
  const set = useSetBuild(profile_id);
  // Open as it was found: forgetting the last one must not shut it under the finger.
  const [was_told] = useState(() => places.some((place) => told[place] != null));
  return (
    <details open={was_told || undefined}>
      <summary className="link small">{t('build.title')}</summary>
      <div className="build">
        <p className="small quiet">{t('build.lead')}</p>
        {places.map((place) => (
          <Place key={place} place={place} level={told[place] ?? null} onSet={set.mutate} />
        ))}
        {set.error && <ErrorNotice error={set.error} />}
      </div>
    </details>
  );
}

interface PlaceProps {
  place: BuildPlace;
  level: BuildLevel | null;
  onSet: ReturnType<typeof useSetBuild>['mutate'];
}

/** One place: kept as soon as it is chosen, with a way back to what stood before. */
function Place({ place, level, onSet }: PlaceProps) {
  const t = useTranslate();
  const say = useSay();
  const name = t(`build.${place}`);
  const change = (to: BuildLevel | null) => {
    const undo = { label: t('owned.undo'), run: () => onSet({ [place]: level }) };
    onSet({ [place]: to }, { onSuccess: () => say(t(to === null ? 'build.forgotten' : 'build.saved'), { action: undo }) });
  };
  return (
    <div className="build-place">
      <Radios
        look="choice slim"
        legend={name}
        value={level === null ? null : String(level)}
        onChange={(value) => change(Number(value) as BuildLevel)}
        options={levels.map((one) => ({
          value: String(one),
          label: t(`build.level_${place}`, { level: one < 0 ? 'less' : one > 0 ? 'more' : 'other' }),
          picture: <BuildDrawing place={place} level={one} />,
        }))}
      />
      {level !== null && (
        <Button look="link" aria-label={t('build.forget_named', { name })} onClick={() => change(null)}>
          {t('you.forget_one')}
        </Button>
      )}
    </div>
  );
}
