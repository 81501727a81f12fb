import { useRef } from 'react';
import type { DimensionName } from '#contract/catalog.ts';
import { Button } from '#web/design/button.tsx';
import { Field } from '#web/design/field.tsx';
import { Icon } from '#web/design/icon.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { UnitToggle } from '#web/people/unit-toggle.tsx';
import type { DraftRow } from './chart-draft.ts';
import { MixUpQuestion } from './mix-up-question.tsx';
import type { DraftInHand } from './use-chart-draft.ts';

/** What a body has; the length of a garment is none of it. */
const of_bodies: DimensionName[] = ['chest', 'waist', 'hip', 'neck', 'shoulders', 'sleeves', 'inseam'];

interface Props {
  hand: DraftInHand;
  /** Troubles are told from the first try to save on; refusals are the server's. */
  is_checked: boolean;
  refusals: Record<string, string>;
}

/** The figures of a chart, to be typed: a row a size, a cell a range. */
export function DraftFields({ hand, is_checked, refusals }: Props) {
  const t = useTranslate();
  const { draft, units, read } = hand;
  const rows = useRef<HTMLDivElement>(null);
  const errorOf = (path: string) => {
    const trouble = is_checked ? read.troubles[path] : undefined;
    return trouble ? t(`charts.trouble_${trouble}`, { example: units === 'cm' ? '96-102' : '38-40' }) : refusals[path];
  };
  const add = () => {
    hand.addRow();
    // The row is drawn after this event, so its field is looked for in the next frame.
    requestAnimationFrame(() => rows.current?.querySelector<HTMLElement>('fieldset:last-of-type input')?.focus());
  };
  const remove = (key: number) => {
    hand.removeRow(key);
    rows.current?.parentElement?.querySelector<HTMLElement>('.add-size')?.focus();
  };
  const more = of_bodies.filter((name) => !draft.dimensions.includes(name));
  return (
    <div className="stack">
      <UnitToggle units={units} onChange={hand.switchUnits} />
      <p className="small quiet">{t('charts.cells_hint', { example: units === 'cm' ? '96-102' : '38-40' })}</p>
      {hand.mix_up && <MixUpQuestion meant={hand.mix_up} onRename={hand.renameUnits} onSure={hand.beSure} />}
      <div ref={rows} className="draft" style={{ '--columns': draft.dimensions.length } as React.CSSProperties}>
        {draft.rows.map((row) => (
          <Row key={row.key} {...{ row, hand, errorOf }} onRemove={() => remove(row.key)} />
        ))}
      </div>
      <div className="row wraps wide-gap">
        <Button look="link" className="add-size" onClick={add}>
          <Icon name="plus" size_px={16} />
          {t('charts.add_size')}
        </Button>
        {more.length > 0 && <span className="small quiet">{t('charts.add_measure')}</span>}
        {more.map((name) => (
          <Button
            key={name}
            look="link"
            aria-label={t('charts.add_measure_named', { name: t(`dimension.${name}`) })}
            onClick={() => hand.addDimension(name)}
          >
            {t(`dimension.${name}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}

interface RowProps {
  row: DraftRow;
  hand: DraftInHand;
  errorOf: (path: string) => string | undefined;
  onRemove: () => void;
}

function Row({ row: { key, label, cells }, hand, errorOf, onRemove }: RowProps) {
  const t = useTranslate();
  const name = label.trim() === '' ? t('charts.new_size') : label;
  return (
    <fieldset className="draft-row">
      <legend className="sr">{t('charts.row', { name })}</legend>
      <Field
        label={t('charts.size')}
        autoComplete="off"
        maxLength={40}
        value={label}
        error={errorOf(`${key}.label`)}
        onChange={(event) => hand.typeLabel(key, event.target.value)}
      />
      {hand.draft.dimensions.map((dimension) => (
        <Field
          key={dimension}
          label={t(`dimension.${dimension}`)}
          autoComplete="off"
          maxLength={24}
          value={cells[dimension] ?? ''}
          error={errorOf(`${key}.${dimension}`)}
          onChange={(event) => hand.typeCell(key, dimension, event.target.value)}
        />
      ))}
      <Button look="link" aria-label={t('charts.remove_size', { name })} onClick={onRemove}>
        {t('owned.remove')}
      </Button>
    </fieldset>
  );
}
