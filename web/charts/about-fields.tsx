import { Field, TextArea } from '#web/design/field.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';

export interface About {
  source: string;
  source_url: string;
  note: string;
  credited_to: string;
}

interface Props {
  about: About;
  errors: Partial<Record<keyof About, string | undefined>>;
  onChange: (part: Partial<About>) => void;
}

/** Where the figures stand, and whom to thank for them. */
export function AboutFields({ about, errors, onChange }: Props) {
  const t = useTranslate();
  return (
    <div className="about">
      <Field
        label={t('charts.source')}
        hint={t('charts.source_hint')}
        maxLength={200}
        value={about.source}
        error={errors.source}
        onChange={(event) => onChange({ source: event.target.value })}
      />
      <Field
        label={t('charts.source_url')}
        inputMode="url"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={2000}
        value={about.source_url}
        error={errors.source_url}
        onChange={(event) => onChange({ source_url: event.target.value })}
      />
      <Field
        label={t('charts.credit')}
        hint={t('charts.credit_hint')}
        autoComplete="nickname"
        maxLength={80}
        value={about.credited_to}
        error={errors.credited_to}
        onChange={(event) => onChange({ credited_to: event.target.value })}
      />
      <TextArea
        label={t('charts.note')}
        hint={t('charts.note_hint')}
        rows={2}
        maxLength={500}
        value={about.note}
        error={errors.note}
        onChange={(event) => onChange({ note: event.target.value })}
      />
    </div>
  );
}
