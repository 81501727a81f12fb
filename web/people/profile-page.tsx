import { useState } from 'react';
import type { Profile } from '#contract/people.ts';
import { useProfiles } from '#web/api/profile-queries.ts';
import { MyCorrections } from '#web/charts/my-corrections.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { LoadingGarment } from '#web/design/loading-garment.tsx';
import { PageTitle } from '#web/design/page-title.tsx';
import { useSay } from '#web/design/say.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { AccountPanel } from './account-panel.tsx';
import { chooseProfile, readChosenProfile } from './chosen-profile.ts';
import { DataPanel } from './data-panel.tsx';
import { MeasureForm } from './measure-form.tsx';
import { OwnedPanel } from './owned-panel.tsx';
import { PeoplePicker } from './people-picker.tsx';
import { SessionsPanel } from './sessions-panel.tsx';
import { SizingPicker } from './sizing-picker.tsx';
import type { Measure } from './units.ts';

const measures: Measure[] = [
  'height_cm',
  'weight_kg',
  'chest_cm',
  'waist_cm',
  'hip_cm',
  'inside_leg_cm',
  'shoulder_cm',
  'arm_length_cm',
  'neck_cm',
  'age',
];

/** "Your fit": for whom sizes are kept, what is known of them, and the account. */
export function ProfilePage() {
  const t = useTranslate();
  const profiles = useProfiles();
  const [chosen_id, setChosenId] = useState(() => readChosenProfile()?.id);
  const list = profiles.data?.profiles ?? [];
  const profile = list.find(({ id }) => id === chosen_id) ?? list.find(({ is_self }) => is_self) ?? list[0];
  const choose = (next: Profile | null) => {
    // One's own profile is the default, and needs no choice.
    chooseProfile(next && !next.is_self ? next : null);
    setChosenId(next?.id);
  };
  return (
    <div className="wrap">
      <PageTitle page={t('you.page')} />
      <div className="you-head">
        <h1 className="display hero">{t('you.title')}</h1>
        <p className="quiet" style={{ maxWidth: '44em' }}>
          {t('you.lead')}
        </p>
      </div>
      {profiles.isPending && <LoadingGarment text={t('app.loading')} />}
      {profiles.error && <ErrorNotice error={profiles.error} onRetry={() => void profiles.refetch()} />}
      {profile && (
        <div className="you-pair">
          <div className="stack" style={{ '--s': '44px' } as React.CSSProperties}>
            <PeoplePicker profiles={list} chosen={profile} onChoose={choose} />
            <Body key={profile.id} profile={profile} />
          </div>
          <div className="stack" style={{ '--s': '44px' } as React.CSSProperties}>
            <OwnedPanel key={profile.id} profile={profile} />
            <MyCorrections />
            <AccountPanel />
            <SessionsPanel />
            <DataPanel />
          </div>
        </div>
      )}
    </div>
  );
}

function Body({ profile }: { profile: Profile }) {
  const t = useTranslate();
  const say = useSay();
  return (
    <section className="stack" style={{ '--s': '22px' } as React.CSSProperties} aria-labelledby="body">
      <div>
        <h2 className="display title" id="body">
          {profile.is_self ? t('you.body') : t('you.body_of', { name: profile.name })}
        </h2>
        <p className="small quiet" style={{ marginTop: 6 }}>
          {t('you.body_lead')}
        </p>
      </div>
      <SizingPicker profile={profile} />
      <MeasureForm profile_id={profile.id} names={measures} submit={t('you.save')} onSaved={() => say(t('you.saved'))} />
    </section>
  );
}
