import { type FormEvent, useState } from 'react';
import { useChangeMe, useMe } from '#web/api/account-queries.ts';
import { Button } from '#web/design/button.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { Field } from '#web/design/field.tsx';
import { useSay } from '#web/design/say.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';

/** What this person is called; an emptied field forgets it. */
export function NamePanel() {
  const t = useTranslate();
  const say = useSay();
  const me = useMe();
  const change = useChangeMe();
  const [draft, setDraft] = useState<string | null>(null);
  if (!me.data) return null;
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (change.isPending) return;
    const name = (draft ?? me.data.name ?? '').trim();
    change.mutate(
      { name: name === '' ? null : name },
      {
        onSuccess: () => {
          setDraft(null);
          say(t('you.name_saved'));
        },
      },
    );
  };
  return (
    <form className="stack" style={{ maxWidth: '30rem' }} noValidate onSubmit={save}>
      <Field
        label={t('you.name')}
        hint={t('you.name_hint')}
        autoComplete="name"
        maxLength={80}
        value={draft ?? me.data.name ?? ''}
        onChange={(event) => setDraft(event.target.value)}
      />
      {change.error && <ErrorNotice error={change.error} />}
      <div>
        <Button type="submit" look="quiet" is_busy={change.isPending}>
          {t('you.name_save')}
        </Button>
      </div>
    </form>
  );
}
