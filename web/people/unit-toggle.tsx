import { Radios } from '#web/design/radios.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import type { Units } from './units.ts';

/** cm and kg, or inches and pounds. */
export function UnitToggle({ units, onChange }: { units: Units; onChange: (units: Units) => void }) {
  const t = useTranslate();
  return (
    <Radios
      look="choice slim"
      legend={t('unit.choose')}
      is_legend_hidden
      value={units}
      onChange={(value) => onChange(value as Units)}
      options={[
        { value: 'cm', label: t('unit.cm') },
        { value: 'in', label: t('unit.in') },
      ]}
    />
  );
}
