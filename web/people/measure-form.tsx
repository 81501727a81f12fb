import { Button } from '#web/design/button.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { FieldError } from '#web/design/field.tsx';
import { fieldTexts } from '#web/messages/error-text.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import { MeasureField } from './measure-field.tsx';
import { UnitToggle } from './unit-toggle.tsx';
import type { Measure } from './units.ts';
import { useChooseUnits } from './use-choose-units.ts';
import { useMeasureForm } from './use-measure-form.ts';

interface Props {
  profile_id: string;
  names: Measure[];
  submit: string;
  is_tall?: boolean;
  onSaved: () => void;
}

/** Asks for measurements in the shopper's units. Numbers that look like another unit are asked back before they are kept. */
export function MeasureForm({ submit, is_tall = false, ...options }: Props) {
  const t = useTranslate();
  const { units, kept, change, is_empty, save, draft, beSure, textOf, troubleOf } = useMeasureForm(options);
  const { choose } = useChooseUnits();
  const refusals = fieldTexts(t, change.error);
  return (
    <form className="ask-form" noValidate onSubmit={save}>
      <UnitToggle units={units} onChange={choose} />
      <div className="measures">
        {options.names.map((name) => (
          <MeasureField
            key={name}
            name={name}
            units={units}
            text={textOf(name)}
            trouble={troubleOf(name)}
            refusal={refusals[name]}
            onText={(text) => draft(name, text)}
            onSure={() => beSure(name)}
          />
        ))}
      </div>
      {is_empty && (
        <div role="alert">
          <FieldError>{t('ask.none')}</FieldError>
        </div>
      )}
      {kept.error && <ErrorNotice error={kept.error} onRetry={() => void kept.refetch()} />}
      {change.error && <ErrorNotice error={change.error} />}
      <Button type="submit" look="ink" is_tall={is_tall} is_wide={is_tall} is_busy={change.isPending}>
        {submit}
      </Button>
    </form>
  );
}
