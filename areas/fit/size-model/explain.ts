import type { DimensionName } from '#contract/catalog.ts';
import type { AdviceDimension } from '#contract/fit.ts';
import type { SizeModelAdvice } from './evidence.ts';
import { type Fact, reasons_max } from './facts.ts';

export type Units = 'cm' | 'in';
export type Answer = Pick<SizeModelAdvice, 'recommended_size' | 'confidence' | 'between'> & { is_anything_known: boolean };

/** Fixed by the screens: what stands first when nothing is known. */
const nothing_known = 'Insufficient data for personalized recommendation';
const helps_most = 'A garment you own that fits would help most; then your height and weight.';
const cm_per_in = 2.54;

const names: Readonly<Record<DimensionName, string>> = {
  chest: 'Chest',
  waist: 'Waist',
  hip: 'Hip',
  neck: 'Neck',
  shoulders: 'Shoulders',
  sleeves: 'Sleeves',
  length: 'Length',
  inseam: 'Inside leg',
};
const said: Readonly<Record<string, string>> = {
  too_small: 'was too small',
  slightly_small: 'was a little small',
  perfect: 'fitted you',
  slightly_large: 'was a little large',
  too_large: 'was too large',
};

/** Writes the reasons, one short sentence a fact; the facts carry the numbers, this file only the words, in English. */
export function writeReasons(facts: readonly Fact[], units: Units): SizeModelAdvice['reasons'] {
  return facts.slice(0, reasons_max).map((fact) => ({ ...fact, text: writeFact(fact, units) }));
}

/** Writes the answer in one or two sentences: the size, how sure, why. */
export function writeReasoning(answer: Answer, facts: readonly Fact[], units: Units): string {
  const { recommended_size, confidence, between, is_anything_known } = answer;
  if (recommended_size === null) {
    const lead = is_anything_known ? '' : `${nothing_known}. `;
    return `${lead}This garment lists no sizes, so we cannot name one.`;
  }
  if (!is_anything_known) return `${nothing_known}: ${recommended_size} is what most people would take. ${helps_most}`;
  // What does not go together is no reason for the size.
  const first = facts.find(({ code }) => code !== 'contradicts');
  const why = first ? ` ${writeFact(first, units)}` : '';
  if (between) return `Between ${between[0]} and ${between[1]}: ${between[0]} for close, ${between[1]} for relaxed.${why}`;
  return `${recommended_size}, ${suretyWord(confidence)}.${why}`;
}

function suretyWord(confidence: number): string {
  if (confidence >= 0.9) return 'very sure';
  if (confidence >= 0.75) return 'quite sure';
  return confidence >= 0.6 ? 'fairly sure' : 'a guess';
}

function writeFact(fact: Fact, units: Units): string {
  switch (fact.code) {
    case 'worn':
      return `${fact.brand} ${fact.size} ${said[fact.overall]!}.`;
    case 'build':
      return 'Your build, as you told it, counts.';
    case 'no_chart':
      return 'The shop gives no size chart; we judge by the names of the sizes.';
    case 'estimated_body':
      return 'Your measures are estimated, not measured.';
    case 'runs':
      return `Others found that it runs ${fact.side}, by about ${inUnits(fact.by_cm, units)} ${units}.`;
    case 'contradicts':
      return writeContradiction(fact, units);
    case 'room':
      return writeRoom(fact, units);
    case 'reach':
      return writeReach(fact, units);
  }
}

function writeContradiction(fact: Extract<Fact, { code: 'contradicts' }>, units: Units): string {
  if (fact.what === 'garment')
    return `${fact.brand} ${fact.size} does not go with the rest of what you told us, so we gave it little weight.`;
  const place = names[fact.name].toLowerCase();
  const [told, spoken] = [inUnits(fact.told_cm, units), inUnits(fact.garments_cm, units)];
  return `Your ${place} measure of ${told} ${units} does not go with your garments, which speak of about ${spoken}. Measuring again would help.`;
}

function writeRoom({ name, room_cm, liked_cm, is_known, basis }: Extract<Fact, { code: 'room' }>, units: Units): string {
  const about = is_known ? '' : 'about ';
  const room = inUnits(room_cm, units);
  const gives = room >= 0 ? `${about}${room} ${units} of room` : `${about}${-room} ${units} under your own measure`;
  return `${names[name]}: ${gives}, ${liker(basis)} ${range(liked_cm, units)}.`;
}

function writeReach({ name, garment_cm, liked_cm, is_known, basis }: Extract<Fact, { code: 'reach' }>, units: Units): string {
  return `${names[name]}: ${is_known ? '' : 'about '}${inUnits(garment_cm, units)} ${units}, ${liker(basis)} ${range(liked_cm, units)}.`;
}

function liker(basis: AdviceDimension['zone_basis']): string {
  if (basis === 'learned' || basis === 'set') return 'you like';
  return basis === 'guessed' ? 'you likely like' : 'most people like';
}

function range([low, high]: [number, number], units: Units): string {
  return `${inUnits(low, units)} to ${inUnits(high, units)}`;
}

/** Whole centimetres or half inches: a finer figure would claim more than is known. */
function inUnits(cm: number, units: Units): number {
  const value = units === 'cm' ? Math.round(cm) : Math.round((cm / cm_per_in) * 2) / 2;
  return value === 0 ? 0 : value;
}
