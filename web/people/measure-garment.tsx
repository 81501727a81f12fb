import { useState } from 'react';
import type { DimensionName } from '#contract/catalog.ts';
import { Button } from '#web/design/button.tsx';
import { FieldError } from '#web/design/field.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import type { GarmentTrouble } from './garment-measures.ts';
import { fromWire } from './units.ts';
import type { useGarmentMeasures } from './use-garment-measures.ts';

interface Props {
  measures: ReturnType<typeof useGarmentMeasures>;
  /** What cannot be read is said once somebody has tried to save. */
  is_checked: boolean;
}

/** The garment's own measures, for whoever has a tape at hand: folded away, for none of it is needed. */
export function MeasureGarment({ measures, is_checked }: Props) {
  const t = useTranslate();
  const [was_told] = useState(measures.garment_cm !== null);
  return (
    <details open={was_told || undefined}>
      <summary className="link small">{t('owned.measure')}</summary>
      <p className="micro faint measure-lead">{t('owned.measure_lead')}</p>
      <div className="measures">
        {measures.places.map((name) => (
          <Place key={name} {...{ name, measures, is_checked }} />
        ))}
      </div>
    </details>
  );
}

function Place({ name, measures: { units, troubles, textOf, draft, beSure }, is_checked }: Props & { name: DimensionName }) {
  const t = useTranslate();
  const id = `garment-${name}`;
  const found = troubles[name];
  // While a number is being typed, only one that looks like another is asked about.
  const trouble = is_checked || (found?.kind === 'odd' && found.meant_cm.length > 0) ? found : undefined;
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {t('measure.label', { name: t(`dimension.${name}`), unit: t(`unit.${units}`) })}
      </label>
      <input
        className="input"
        id={id}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        maxLength={20}
        value={textOf(name)}
        onChange={(event) => draft(name, event.target.value)}
        aria-invalid={trouble ? true : undefined}
        aria-describedby={trouble ? `${id}-error` : undefined}
      />
      {trouble && (
        <FieldError id={`${id}-error`}>
          <TroubleText trouble={trouble} units={units} onText={(text) => draft(name, text)} onSure={() => beSure(name)} />
        </FieldError>
      )}
    </div>
  );
}

interface TroubleProps {
  trouble: GarmentTrouble;
  units: ReturnType<typeof useGarmentMeasures>['units'];
  onText: (text: string) => void;
  onSure: () => void;
}

function TroubleText({ trouble, units, onText, onSure }: TroubleProps) {
  const t = useTranslate();
  if (trouble.kind === 'unreadable') return t('measure.unreadable', { example: t.number(units === 'cm' ? 112 : 44) });
  return (
    <>
      {t('owned.measure_odd', { about: trouble.about })}{' '}
      {trouble.meant_cm.map((cm) => {
        const meant = t.number(fromWire('chest_cm', cm, units));
        return (
          <span key={cm}>
            <Button look="link" onClick={() => onText(meant)}>
              {t('measure.use', { value: t('unit.length', { value: meant, units }) })}
            </Button>{' '}
          </span>
        );
      })}
      <Button look="link" onClick={onSure}>
        {t('measure.keep_it')}
      </Button>
    </>
  );
}
