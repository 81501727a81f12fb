import type { MessageKey, Translate } from '#web/messages/translate.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import { Button } from '#web/design/button.tsx';
import { FieldError } from '#web/design/field.tsx';
import type { Trouble } from './measure-drafts.ts';
import type { MixUp } from '#contract/mix-up.ts';
import { type Measure, type Units, fromWire } from './units.ts';

interface Props {
  name: Measure;
  units: Units;
  text: string;
  trouble: Trouble | undefined;
  /** What the server found wrong with this field. */
  refusal: string | undefined;
  onText: (text: string) => void;
  onSure: () => void;
}

/** One measurement: number, unit in its label, how to take it, and the question when it looks like another unit. */
export function MeasureField({ name, units, text, trouble, refusal, onText, onSure }: Props) {
  const t = useTranslate();
  const id = `measure-${name}`;
  const hint = hintOf(t, name, units);
  const described = [hint ? `${id}-hint` : '', trouble || refusal ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {labelOf(t, name, units)}
      </label>
      <input
        className="input"
        id={id}
        name={name}
        type="text"
        inputMode={name === 'height_cm' && units === 'in' ? 'text' : 'decimal'}
        autoComplete="off"
        maxLength={20}
        value={text}
        onChange={(event) => onText(event.target.value)}
        aria-invalid={trouble || refusal ? true : undefined}
        aria-describedby={described || undefined}
      />
      {hint && (
        <p className="micro faint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {refusal && !trouble && <FieldError id={`${id}-error`}>{refusal}</FieldError>}
      {trouble?.kind === 'unreadable' && (
        <FieldError id={`${id}-error`}>{t('measure.unreadable', { example: t.number(units === 'cm' ? 96.5 : 38.5) })}</FieldError>
      )}
      {trouble?.kind === 'mix_up' && <MixUpQuestion {...{ id: `${id}-error`, name, units, text, trouble, onText, onSure }} />}
    </div>
  );
}

type QuestionProps = Pick<Props, 'name' | 'units' | 'text' | 'onText' | 'onSure'> & {
  id: string;
  trouble: Extract<Trouble, { kind: 'mix_up' }>;
};

function MixUpQuestion({ id, name, units, text, trouble: { mix_up }, onText, onSure }: QuestionProps) {
  const t = useTranslate();
  const meant = fromWire(name, mix_up.value, units);
  const value = t(name === 'weight_kg' ? 'unit.weight' : 'unit.length', { value: t.number(meant), units });
  return (
    <FieldError id={id}>
      {t('measure.mix_up', { about: mix_up.about, meant: meantText(t, text, mix_up) })}{' '}
      <Button look="link" onClick={() => onText(t.number(meant))}>
        {t('measure.use', { value })}
      </Button>{' '}
      <Button look="link" onClick={onSure}>
        {t('measure.keep_it')}
      </Button>
    </FieldError>
  );
}

/** What was typed with the unit that was probably meant. Centimetres and inches are written in the shopper's language; the others are one everywhere. */
function meantText(t: Translate, text: string, { unit, feet }: MixUp): string {
  if (feet) return `${feet.feet}′${feet.inches}″`;
  return `${text.trim()} ${unit === 'cm' || unit === 'in' ? t(`unit.${unit}`) : unit}`;
}

function labelOf(t: Translate, name: Measure, units: Units): string {
  const label = t(`measure.${name}`);
  if (name === 'age') return t('measure.label_age', { name: label });
  const unit = name === 'weight_kg' ? t(units === 'cm' ? 'measure.kg' : 'measure.lb') : t(`unit.${units}`);
  return t('measure.label', { name: label, unit });
}

function hintOf(t: Translate, name: Measure, units: Units): string {
  if (name === 'age' || name === 'weight_kg') return '';
  return t(`measure.hint_${name}` satisfies MessageKey, { units });
}
