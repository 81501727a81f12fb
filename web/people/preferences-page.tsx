import { useEffect } from 'react';
import type { Person, Prefs } from '#contract/people.ts';
import { useChangeMe, useMe } from '#web/api/account-queries.ts';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { Select } from '#web/design/field.tsx';
import { LoadingGarment } from '#web/design/loading-garment.tsx';
import { PageTitle } from '#web/design/page-title.tsx';
import { Radios } from '#web/design/radios.tsx';
import { useSay } from '#web/design/say.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { type Language, chooseLocale, languageNames, languages } from '#web/messages/languages.ts';
import { AskingChoice } from './asking-choice.tsx';
import { chooseTheme, readTheme, themes, type Theme } from './theme.ts';
import { UnitToggle } from './unit-toggle.tsx';
import { useChooseLanguage } from './use-choose-language.ts';
import { useChooseUnits } from './use-choose-units.ts';
import { WordsField } from './words-field.tsx';

/** Keeps a part of the preferences; what was shown in advance is taken back by `onError`. */
type Keep = (part: Partial<Prefs>, onError?: () => void) => void;

/** How Toile speaks and shows, and what this person wears. Each choice is kept as soon as it is made. */
export function PreferencesPage() {
  const t = useTranslate();
  const me = useMe();
  const theme = me.data?.is_theme_chosen ? me.data.prefs.theme : undefined;
  // Chosen on another device: this one follows.
  useEffect(() => {
    if (theme) chooseTheme(theme);
  }, [theme]);
  return (
    <>
      <PageTitle page={t('prefs.title')} />
      <div className="you-head">
        <h1 className="display hero">{t('prefs.title')}</h1>
        <p className="quiet">{t('prefs.lead')}</p>
      </div>
      {me.isPending && <LoadingGarment text={t('app.loading')} />}
      {me.error && <ErrorNotice error={me.error} onRetry={() => void me.refetch()} />}
      {me.data && <Preferences person={me.data} />}
    </>
  );
}

function Preferences({ person }: { person: Person }) {
  const t = useTranslate();
  const say = useSay();
  const change = useChangeMe();
  const { prefs } = person;
  const keep: Keep = (part, onError) => change.mutate({ prefs: part }, { onSuccess: () => say(t('prefs.saved')), onError });
  return (
    <div className="you-pair">
      <section className="stack" style={{ '--s': '24px' } as React.CSSProperties} aria-labelledby="taste">
        <h2 className="display title" id="taste">
          {t('prefs.taste')}
        </h2>
        <WordsField
          label={t('prefs.styles')}
          hint={t('prefs.styles_hint')}
          words={prefs.favorite_styles}
          onChange={(favorite_styles) => keep({ favorite_styles })}
        />
        <WordsField
          label={t('prefs.colors')}
          hint={t('prefs.colors_hint')}
          words={prefs.preferred_colors}
          onChange={(preferred_colors) => keep({ preferred_colors })}
        />
        <WordsField
          label={t('prefs.disliked')}
          hint={t('prefs.disliked_hint')}
          words={prefs.disliked}
          onChange={(disliked) => keep({ disliked })}
        />
        {change.error && <NotKept error={change.error} />}
      </section>
      <section className="stack" style={{ '--s': '24px' } as React.CSSProperties} aria-labelledby="shown">
        <h2 className="display title" id="shown">
          {t('prefs.shown')}
        </h2>
        <Shown person={person} keep={keep} />
      </section>
    </div>
  );
}

function Shown({ person, keep }: { person: Person; keep: Keep }) {
  const t = useTranslate();
  const { units, choose } = useChooseUnits();
  const pickTheme = (theme: Theme) => {
    const before = readTheme();
    chooseTheme(theme);
    keep({ theme }, () => chooseTheme(before));
  };
  const chooseLanguage = useChooseLanguage();
  return (
    <>
      <Radios
        look="choice slim"
        legend={t('prefs.theme')}
        value={person.is_theme_chosen ? person.prefs.theme : readTheme()}
        onChange={(theme) => pickTheme(theme as Theme)}
        options={themes.map((theme) => ({ value: theme, label: t(`prefs.theme_${theme}`) }))}
      />
      <div className="field">
        <span className="label" aria-hidden="true">
          {t('unit.choose')}
        </span>
        <UnitToggle units={units} onChange={choose} />
      </div>
      <Select
        label={t('prefs.language')}
        hint={t('prefs.language_hint')}
        value={chooseLocale([t.locale]).language}
        onChange={(event) => chooseLanguage(event.target.value as Language)}
      >
        {languages.map((one) => (
          <option key={one} value={one} lang={one}>
            {languageNames[one]}
          </option>
        ))}
      </Select>
      <AskingChoice person={person} onChange={(fit_questions) => keep({ fit_questions })} />
    </>
  );
}

function NotKept({ error }: { error: unknown }) {
  const t = useTranslate();
  return (
    <div>
      <p className="small b">{t('prefs.not_saved')}</p>
      <ErrorNotice error={error} />
    </div>
  );
}
