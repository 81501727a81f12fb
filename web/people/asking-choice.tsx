import type { Person, Prefs } from '#contract/people.ts';
import { Checkbox } from '#web/design/checkbox.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';

interface Props {
  person: Person;
  onChange: (fit_questions: Prefs['fit_questions']) => void;
}

/** Whether we may ask how it fitted, and by mail too for those who gave an address. */
export function AskingChoice({ person: { email, prefs }, onChange }: Props) {
  const t = useTranslate();
  const is_asked = prefs.fit_questions !== 'none';
  return (
    <fieldset className="field">
      <legend className="label">{t('prefs.asking')}</legend>
      <p className="small quiet">{t('prefs.asking_hint')}</p>
      <Checkbox label={t('prefs.ask_fit')} value={is_asked} onChange={(is_on) => onChange(is_on ? 'mail' : 'none')} />
      {email !== null && is_asked && (
        <Checkbox
          label={t('prefs.ask_fit_mail')}
          value={prefs.fit_questions === 'mail'}
          onChange={(is_on) => onChange(is_on ? 'mail' : 'app')}
        />
      )}
    </fieldset>
  );
}
