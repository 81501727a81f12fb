import { useState } from 'react';
import type { Profile } from '#contract/people.ts';
import { useOwnedGarments } from '#web/api/profile-queries.ts';
import { Button } from '#web/design/button.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { Icon } from '#web/design/icon.tsx';
import { useSay } from '#web/design/say.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { OwnedForm } from './owned-form.tsx';
import { OwnedLine } from './owned-line.tsx';

/** The garments of this person that fit, the strongest evidence there is; `first_open` is the one that somebody came to correct. */
export function OwnedPanel({ profile, first_open }: { profile: Profile; first_open?: string | undefined }) {
  const t = useTranslate();
  const say = useSay();
  const owned = useOwnedGarments(profile.id);
  const [is_adding, setAdding] = useState(false);
  const garments = owned.data?.owned_garments ?? [];
  return (
    <section aria-labelledby="owned">
      <h2 className="display title" id="owned" tabIndex={-1}>
        {profile.is_self ? t('you.owned') : t('you.owned_of', { name: profile.name })}
      </h2>
      {owned.data && garments.length === 0 && (
        <p className="small quiet" style={{ marginTop: 8 }}>
          {t('you.owned_none')}
        </p>
      )}
      {owned.error && <ErrorNotice error={owned.error} onRetry={() => void owned.refetch()} />}
      <ul className="lines-list owned-list" style={{ marginTop: 8 }}>
        {garments.map((garment) => (
          <OwnedLine key={garment.id} profile_id={profile.id} garment={garment} is_first_open={garment.id === first_open} />
        ))}
      </ul>
      {is_adding ? (
        <div className="boxed" style={{ marginTop: 14 }}>
          <OwnedForm
            profile_id={profile.id}
            category="shirt"
            submit={t('owned.save')}
            asks_fit
            onSaved={() => {
              setAdding(false);
              say(t('owned.added'));
            }}
          />
          <Button look="link" onClick={() => setAdding(false)}>
            {t('app.cancel')}
          </Button>
        </div>
      ) : (
        <Button look="quiet" is_wide className="adds" onClick={() => setAdding(true)}>
          <Icon name="plus" />
          {t('you.owned_add')}
        </Button>
      )}
    </section>
  );
}
