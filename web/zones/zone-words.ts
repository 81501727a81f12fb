import type { FitZone, ZoneReason } from '#contract/fit-zones.ts';
import { isLength } from '#web/fitting/read-advice.ts';
import type { Translate } from '#web/messages/translate.ts';
import type { Units } from '#web/people/units.ts';
import type { Range } from './lay-zone.ts';

const cm_per_in = 2.54;

/** Writes a measure that was set, to the mark of the tape: half centimetres, quarter inches. */
export function markText(t: Translate, cm: number, units: Units): string {
  const value = units === 'cm' ? cm : Math.round((cm / cm_per_in) * 4) / 4;
  return new Intl.NumberFormat(t.locale, { maximumFractionDigits: 2 }).format(value);
}

/** Writes a measure that we worked out, to whole centimetres or half inches: a finer figure would claim more than we know. */
export function roundText(t: Translate, cm: number, units: Units): string {
  return t.number(units === 'cm' ? Math.round(cm) : Math.round((cm / cm_per_in) * 2) / 2);
}

/** "101 to 109 cm"; "about" before what is guessed. */
export function rangeText(t: Translate, { low_cm, high_cm }: Range, { units, basis }: { units: Units; basis: FitZone['basis'] }): string {
  const write = basis === 'set' ? markText : roundText;
  const values = { low: write(t, low_cm, units), high: write(t, high_cm, units), units };
  return t(basis === 'guessed' ? 'zones.range_about' : 'zones.range', values);
}

/** True where nothing of this person is in the zone: it is what most people like, and not theirs yet. */
export function isOfMostPeople({ basis, learned_from, why }: FitZone): boolean {
  const has_body = why.some(
    (reason) => reason.code === 'body_measured' || (reason.code === 'body_estimated' && reason.from !== 'population'),
  );
  return basis === 'guessed' && learned_from === 0 && !has_body;
}

/** One line on where a zone comes from: "Learned from 6 sweaters", "Set by you in March", "Guessed from your height". */
export function basisText(t: Translate, zone: FitZone, now: Date): string {
  if (zone.basis === 'set') return t('zones.set', { when: whenText(t, zone.set_at ?? now.toISOString(), now) });
  if (isOfMostPeople(zone)) return t('zones.most_people');
  const worn = zone.why.filter((reason) => reason.code === 'worn');
  if (zone.learned_from > 0) {
    const from = garmentsText(t, worn, zone.learned_from);
    return t(zone.basis === 'learned' ? 'zones.learned' : 'zones.guessed', { from });
  }
  const body = zone.why.find((reason) => reason.code === 'body_measured' || reason.code === 'body_estimated');
  if (body?.code === 'body_estimated') return t('zones.guessed', { from: t(`zones.from_${body.from}`) });
  return t('zones.guessed', { from: t('zones.from_measured', { place: placeText(t, zone) }) });
}

type Worn = Extract<ZoneReason, { code: 'worn' }>;

/** "6 sweaters" when they are all of one kind, else "6 garments". */
function garmentsText(t: Translate, worn: readonly Worn[], count: number): string {
  const kind = worn.length === 1 ? worn[0]!.category : 'other';
  return t(`zones.garments_${kind}`, { count });
}

/** The day's own words: today, a month, or a month of another year. */
function whenText(t: Translate, set_at: string, now: Date): string {
  const then = new Date(set_at);
  if (then.toDateString() === now.toDateString()) return t('zones.when_today');
  const is_this_year = then.getFullYear() === now.getFullYear();
  const month = new Intl.DateTimeFormat(t.locale, is_this_year ? { month: 'long' } : { month: 'long', year: 'numeric' }).format(then);
  return t('zones.when_month', { month });
}

const placeText = (t: Translate, { name }: Pick<FitZone, 'name'>): string => t.within(t(`dimension.${name}`));

/** Why we think so, a sentence each; first what is measured here, last what we would say without the shopper's word. */
export function whyTexts(t: Translate, zone: FitZone, units: Units): string[] {
  const reasons = zone.why.map((reason) => reasonText(t, reason, { zone, units }));
  const { without_your_word: other } = zone;
  return [
    t(`zones.where_${zone.kind === 'skirt' && zone.name === 'length' ? 'skirt_length' : zone.name}`),
    ...reasons,
    ...(other ? [t('zones.without', { range: rangeText(t, other, { units, basis: other.basis }) })] : []),
    ...(isOfMostPeople(zone) ? [t('zones.why_most_people')] : []),
  ];
}

function reasonText(t: Translate, reason: ZoneReason, { zone, units }: { zone: FitZone; units: Units }): string {
  switch (reason.code) {
    case 'worn':
      return wornText(t, reason, zone);
    case 'body_measured':
      return t('zones.why_measured', { value: t('unit.length', { value: t.number(lengthIn(reason.value_cm, units)), units }) });
    case 'body_estimated':
      return t('zones.why_estimated', { from: t(`zones.from_${reason.from}`), value: roundText(t, reason.value_cm, units), units });
    case 'room':
      return roomText(t, reason, units);
    case 'taste': {
      const is_more = reason.beyond_usual_cm > 0 ? 'yes' : 'no';
      return t('zones.why_taste', {
        value: roundText(t, Math.abs(reason.beyond_usual_cm), units),
        units,
        is_more,
        is_length: isLength(zone.name) ? 'yes' : 'no',
      });
    }
  }
}

function wornText(t: Translate, { category, count, felt_small, felt_right, felt_large }: Worn, { name }: FitZone): string {
  const is_length = isLength(name) ? 'yes' : 'no';
  const felt = [
    ...(felt_right > 0 ? [t('zones.felt_right', { count: felt_right })] : []),
    ...(felt_small > 0 ? [t('zones.felt_small', { count: felt_small, is_length })] : []),
    ...(felt_large > 0 ? [t('zones.felt_large', { count: felt_large, is_length })] : []),
  ];
  return t('zones.why_worn', { garments: t(`zones.garments_${category}`, { count }), felt: t.list(felt) });
}

function roomText(t: Translate, { low_cm, high_cm }: Extract<ZoneReason, { code: 'room' }>, units: Units): string {
  const side = low_cm >= 0 ? 'over' : high_cm <= 0 ? 'under' : 'both';
  const [low, high] = [roundText(t, Math.abs(low_cm), units), roundText(t, Math.abs(high_cm), units)];
  return t('zones.why_room', { side, low: side === 'under' ? high : low, high: side === 'under' ? low : high, units });
}

const lengthIn = (cm: number, units: Units): number => Math.round((units === 'cm' ? cm : cm / cm_per_in) * 10) / 10;
