import type { Profile } from '#contract/people.ts';
import { useChangeProfile } from '#web/api/profile-queries.ts';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { Radios } from '#web/design/radios.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';

/** From which size charts this person buys; kept as soon as it is chosen. */
export function SizingPicker({ profile }: { profile: Profile }) {
  const t = useTranslate();
  const change = useChangeProfile(profile.id);
  // What was just chosen shows at once; a refusal falls back to what is kept.
  const shown = change.isPending ? (change.variables.sizing ?? null) : profile.sizing;
  return (
    <>
      <Radios
        look="choice slim"
        legend={t('you.sizing')}
        value={shown}
        onChange={(sizing) => change.mutate({ sizing: sizing as 'women' | 'men' })}
        options={[
          { value: 'women', label: t('you.sizing_women') },
          { value: 'men', label: t('you.sizing_men') },
        ]}
      />
      {change.error && <ErrorNotice error={change.error} />}
    </>
  );
}
