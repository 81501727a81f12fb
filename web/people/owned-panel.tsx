import { useState } from 'react';
import type { OwnedGarment } from '#contract/owned-garments.ts';
import type { Profile } from '#contract/people.ts';
import { useAddOwnedGarment, useOwnedGarments, useRemoveOwnedGarment } from '#web/api/profile-queries.ts';
import { Button } from '#web/design/button.tsx';
import { GarmentOutline } from '#web/design/garment-outline.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { Icon } from '#web/design/icon.tsx';
import { useSay } from '#web/design/say.tsx';
import { errorText } from '#web/messages/error-text.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import { OwnedForm } from './owned-form.tsx';

/** The garments of this person that fit, the strongest evidence there is. */
export function OwnedPanel({ profile }: { profile: Profile }) {
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
          <Line key={garment.id} profile_id={profile.id} garment={garment} />
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

function Line({ profile_id, garment }: { profile_id: string; garment: OwnedGarment }) {
  const t = useTranslate();
  const say = useSay();
  const remove = useRemoveOwnedGarment(profile_id);
  const add = useAddOwnedGarment(profile_id);
  const { id, created_at: _created_at, is_chart_known, ...again } = garment;
  const named = { brand: garment.brand, size: garment.size };
  const forget = () =>
    remove.mutate(id, {
      onSuccess: () => say(t('owned.removed', named), { action: { label: t('owned.undo'), run: () => add.mutate(again) } }),
    });
  return (
    <li>
      <div className="garment cloth" aria-hidden="true">
        <GarmentOutline category={garment.category} />
      </div>
      <p className="small">
        <span className="b">{garment.brand}</span> {garment.description}
        <br />
        <span className={is_chart_known ? 'quiet' : 'quiet guess'}>
          {t('owned.line', { kind: t(`category.${garment.category}`), size: garment.size, feel: t(`feel.${garment.overall}`) })}
        </span>
        {!is_chart_known && (
          <>
            <br />
            <span className="micro faint">{t('owned.no_chart')}</span>
          </>
        )}
        {remove.error && (
          <>
            <br />
            <span className="you">{errorText(t, remove.error)}</span>
          </>
        )}
      </p>
      <Button look="link" is_busy={remove.isPending} onClick={forget} aria-label={t('owned.remove_named', named)}>
        {t('owned.remove')}
      </Button>
    </li>
  );
}
