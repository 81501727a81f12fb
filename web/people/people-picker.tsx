import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Profile } from '#contract/people.ts';
import { useAddProfile, useRemoveProfile } from '#web/api/profile-queries.ts';
import { Button } from '#web/design/button.tsx';
import { ConfirmDialog } from '#web/design/confirm-dialog.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { Field } from '#web/design/field.tsx';
import { Icon } from '#web/design/icon.tsx';
import { Radios } from '#web/design/radios.tsx';
import { useSay } from '#web/design/say.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';

interface Props {
  profiles: Profile[];
  chosen: Profile;
  onChoose: (profile: Profile | null) => void;
}

/** For whom: the people of this account, one more, one less. */
export function PeoplePicker({ profiles, chosen, onChoose }: Props) {
  const t = useTranslate();
  const [is_adding, setAdding] = useState(false);
  const [is_removing, setRemoving] = useState(false);
  const nameOf = (profile: Profile) => (profile.is_self ? t('you.self') : profile.name);
  return (
    <section className="people">
      <Radios
        look="picks"
        legend={t('you.people')}
        is_legend_hidden
        value={chosen.id}
        options={profiles.map((profile) => ({ value: profile.id, label: nameOf(profile) }))}
        onChange={(id) => onChoose(profiles.find((profile) => profile.id === id) ?? null)}
      />
      {is_adding ? (
        <AddPerson
          onAdded={(profile) => {
            setAdding(false);
            onChoose(profile);
          }}
          onCancel={() => setAdding(false)}
        />
      ) : (
        <div className="row wraps wide-gap">
          <Button look="link" onClick={() => setAdding(true)}>
            <Icon name="plus" size_px={16} />
            {t('you.add_person')}
          </Button>
          {!chosen.is_self && (
            <Button look="link" onClick={() => setRemoving(true)}>
              {t('you.remove_person', { name: chosen.name })}
            </Button>
          )}
        </div>
      )}
      {is_removing && (
        <RemovePerson
          profile={chosen}
          onRemoved={() => {
            setRemoving(false);
            onChoose(null);
          }}
          onClose={() => setRemoving(false)}
        />
      )}
    </section>
  );
}

function AddPerson({ onAdded, onCancel }: { onAdded: (profile: Profile) => void; onCancel: () => void }) {
  const t = useTranslate();
  const say = useSay();
  const add = useAddProfile();
  const [name, setName] = useState('');
  const [is_checked, setChecked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  // The button that opened this form is gone; the focus goes on to its first field.
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const save = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (name.trim() === '' || add.isPending) return;
    add.mutate(
      { name: name.trim() },
      {
        onSuccess: (profile) => {
          say(t('you.added', { name: profile.name }));
          onAdded(profile);
        },
      },
    );
  };
  return (
    <form ref={form} className="boxed" noValidate onSubmit={save}>
      <h2 className="display title">{t('you.add_title')}</h2>
      <Field
        label={t('you.add_name')}
        autoComplete="off"
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={is_checked && name.trim() === '' && t('you.needs_name')}
      />
      {add.error && <ErrorNotice error={add.error} />}
      <div className="row wraps">
        <Button type="submit" look="plain" is_busy={add.isPending}>
          {t('you.add_save')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('app.cancel')}
        </Button>
      </div>
    </form>
  );
}

function RemovePerson({ profile, onRemoved, onClose }: { profile: Profile; onRemoved: () => void; onClose: () => void }) {
  const t = useTranslate();
  const remove = useRemoveProfile();
  return (
    <ConfirmDialog
      title={t('you.remove_title', { name: profile.name })}
      confirm={t('you.remove_confirm')}
      keep={t('you.keep')}
      is_busy={remove.isPending}
      onConfirm={() => remove.mutate(profile.id, { onSuccess: onRemoved })}
      onClose={onClose}
    >
      <p>{t('you.remove_body', { name: profile.name })}</p>
      {remove.error && <ErrorNotice error={remove.error} />}
    </ConfirmDialog>
  );
}
