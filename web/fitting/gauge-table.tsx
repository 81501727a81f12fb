import type { AdviceDimension } from '#contract/fit.ts';
import { ScrollTable } from '#web/design/scroll-table.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import type { Translate } from '#web/messages/translate.ts';
import { useUnits } from '#web/people/units-context.ts';
import type { Units } from '#web/people/units.ts';
import { bareLength, lengthText } from './format-length.ts';

/** The whole gauge in words and numbers: every dimension, every size. */
export function GaugeTable({ dimensions, sizes }: { dimensions: AdviceDimension[]; sizes: string[] }) {
  const t = useTranslate();
  const { units } = useUnits();
  const is_population = dimensions.every(({ zone_basis }) => zone_basis === 'population');
  return (
    <details>
      <summary className="link small">{t('gauge.table')}</summary>
      <ScrollTable name={t('gauge.table_caption')} has_fixed_column>
        <caption className="sr">{t('gauge.table_caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('gauge.table_dimension')}</th>
            <th scope="col">{t('gauge.table_body')}</th>
            <th scope="col">{t(is_population ? 'gauge.table_zone_population' : 'gauge.table_zone')}</th>
            {sizes.map((size) => (
              <th scope="col" key={size}>
                {size}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {dimensions.map((dimension) => (
            <tr key={dimension.name}>
              <th scope="row">{t(`dimension.${dimension.name}`)}</th>
              <td>{bodyCell(t, dimension, units)}</td>
              <td>{zoneCell(t, dimension, units)}</td>
              {sizes.map((size) => (
                <td key={size}>{sizeCell(t, dimension.sizes[size]?.garment_cm, { zone: dimension.zone.good, units })}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </details>
  );
}

function bodyCell(t: Translate, { body_cm, body_basis }: AdviceDimension, units: Units): string {
  if (body_cm === undefined) return t('gauge.table_none');
  const text = lengthText(t, body_cm, units);
  return body_basis === 'estimated' ? t('gauge.about', { body: text }) : text;
}

function zoneCell(t: Translate, { zone, zone_basis }: AdviceDimension, units: Units): string {
  return t('gauge.table_range', { low: bareLength(t, zone.good[0], units), high: lengthText(t, zone.good[1], units), basis: zone_basis });
}

function sizeCell(t: Translate, cm: number | undefined, { zone: [low, high], units }: { zone: [number, number]; units: Units }): string {
  if (cm === undefined) return t('gauge.table_missing');
  const value = bareLength(t, cm, units);
  if (cm < low) return t('gauge.table_under', { value, by: bareLength(t, low - cm, units) });
  if (cm > high) return t('gauge.table_over', { value, by: bareLength(t, cm - high, units) });
  return t('gauge.table_in', { value });
}
