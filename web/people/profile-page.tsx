import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import type { Profile } from '#contract/people.ts';
import { useProfiles } from '#web/api/profile-queries.ts';
import { MyCorrections } from '#web/charts/my-corrections.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { LoadingGarment } from '#web/design/loading-garment.tsx';
import { PageTitle } from '#web/design/page-title.tsx';
import { FitQuestions } from '#web/inbox/fit-questions.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { ZonesSection } from '#web/zones/zones-section.tsx';
import { BodyPanel } from './body-panel.tsx';
import { chooseProfile, readChosenProfile } from './chosen-profile.ts';
import { ContradictionsPanel } from './contradictions-panel.tsx';
import { DataPanel } from './data-panel.tsx';
import { OwnedPanel } from './owned-panel.tsx';
import { PeoplePicker } from './people-picker.tsx';
import { PhotosPanel } from './photos-panel.tsx';
import { readCorrection } from './read-correction.ts';
import { TriesPanel } from './tries-panel.tsx';

/** "Your fit": for whom sizes are kept, what feels good on them, and what we know it from. */
export function ProfilePage() {
  const t = useTranslate();
  const profiles = useProfiles();
  const correction = readCorrection(useLocation({ select: ({ hash }) => hash }));
  const [chosen_id, setChosenId] = useState(() => correction?.profile_id ?? readChosenProfile()?.id);
  const list = profiles.data?.profiles ?? [];
  const profile = list.find(({ id }) => id === chosen_id) ?? list.find(({ is_self }) => is_self) ?? list[0];
  const choose = (next: Profile | null) => {
    // One's own profile is the default, and needs no choice.
    chooseProfile(next && !next.is_self ? next : null);
    setChosenId(next?.id);
  };
  const to_correct = correction && correction.profile_id === profile?.id ? correction : null;
  const is_other = profile && !profile.is_self;
  return (
    <>
      <PageTitle page={t('you.page')} />
      <div className="you-head">
        <h1 className="display hero">{is_other ? t('you.title_of', { name: profile.name }) : t('you.title')}</h1>
        <p className="quiet" style={{ maxWidth: '44em' }}>
          {is_other ? t('you.lead_of', { name: profile.name }) : t('you.lead')}
        </p>
        {profile && <PeoplePicker profiles={list} chosen={profile} onChoose={choose} />}
      </div>
      {profiles.isPending && <LoadingGarment text={t('app.loading')} />}
      {profiles.error && <ErrorNotice error={profiles.error} onRetry={() => void profiles.refetch()} />}
      {profile && <FitQuestions key={`asked ${profile.id}`} profile_id={profile.id} />}
      {profile && <ContradictionsPanel key={`odd ${profile.id}`} profile_id={profile.id} />}
      {profile && (
        <div className="you-pair" key={profile.id}>
          <ZonesSection profile={profile} />
          <div className="stack" style={{ '--s': '44px' } as React.CSSProperties}>
            <BodyPanel key={`body ${to_correct?.measure}`} profile={profile} first_open={to_correct?.measure} />
            <OwnedPanel key={`owned ${to_correct?.owned_id}`} profile={profile} first_open={to_correct?.owned_id} />
            <TriesPanel profile={profile} />
            <MyCorrections />
            <PhotosPanel />
            <DataPanel />
          </div>
        </div>
      )}
    </>
  );
}
