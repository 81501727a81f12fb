import type { DimensionName } from '#contract/catalog.ts';
import type { AdviceDimension, AdviceReason } from '#contract/fit.ts';
import { body_keys } from './describe-dimensions.ts';
import { kindOf } from './garment-kind.ts';
import type { Hypothesis, Question } from './infer-wearer.ts';
import { isPossible } from './is-possible.ts';
import { type Source, theBuild, theMeasures, theOthers, theWorn, theZone, weighSources } from './weigh-sources.ts';
import type { Worn } from './worn-garments.ts';

type WithoutWords<Reason> = Reason extends { code: 'kept_by_others' } ? never : Omit<Reason, 'text'>;
/** A reason as numbers, before any words: so that another language can say it. What others did is known outside of the model. */
export type Fact = AdviceReason extends infer Reason ? WithoutWords<Reason> : never;

const girths: readonly DimensionName[] = ['chest', 'waist', 'hip', 'neck'];
const dimensions_max = 3;
const worn_max = 2;
/** More than these nobody reads. */
export const reasons_max = 5;

/** Less than this of the scores is no reason worth a sentence of its own for what was told by eye. */
const mattered_min = 0.02;

type Findings = {
  question: Question;
  dimensions: readonly AdviceDimension[];
  evidence_kinds: readonly string[];
  contradictions: readonly Fact[];
};

/** A reason, and what of the evidence it stands for; null where it stands for no part that could be left out by itself. */
type Candidate = { fact: Fact; source: Source | null };

/** Collects what speaks for the advised size: first what would move the scores most were it left out. What is only a guess and what does not go together come last. */
export function collectFacts(hypothesis: Hypothesis, { question, dimensions, evidence_kinds, contradictions }: Findings): Fact[] {
  const candidates = [
    ...measuredFacts(hypothesis, dimensions, question),
    ...othersFact(hypothesis).map((fact) => ({ fact, source: theOthers })),
    ...wornFacts(hypothesis),
    ...(evidence_kinds.includes('build') ? [{ fact: { code: 'build', is_known: true } as const, source: theBuild }] : []),
  ];
  // What does not go together is asked about, so it must not fall off the end of the list.
  const facts: Fact[] = [...ranked(candidates, question, hypothesis).slice(0, reasons_max - contradictions.length), ...contradictions];
  if (hypothesis.asked.is_estimated) facts.push({ code: 'no_chart', is_known: false });
  if (evidence_kinds.includes('height_weight') && !evidence_kinds.includes('measurements'))
    facts.push({ code: 'estimated_body', is_known: false });
  return facts;
}

/** What mattered most first; what mattered alike stays in order. */
function ranked(candidates: readonly Candidate[], question: Question, hypothesis: Hypothesis): Fact[] {
  const sources = candidates.flatMap(({ source }) => source ?? []);
  const moved = weighSources(sources, question, hypothesis);
  const of = ({ source }: Candidate) => (source ? moved.get(source.name)! : 0);
  const order = candidates.filter((one) => one.fact.code !== 'build' || of(one) >= mattered_min).toSorted((a, b) => of(b) - of(a));
  const worn = order.filter(({ fact }) => fact.code === 'worn').slice(worn_max);
  return order.filter((one) => !worn.includes(one)).map(({ fact }) => fact);
}

function measuredFacts({ asked }: Hypothesis, dimensions: readonly AdviceDimension[], question: Question): Candidate[] {
  const kind = kindOf(asked.garment.category);
  const weight = ({ name }: AdviceDimension) => kind.dimensions[name]?.weight ?? 0;
  const main = [...dimensions].sort((a, b) => weight(b) - weight(a)).slice(0, dimensions_max);
  return main.flatMap((dimension) => {
    const fact = measuredFact(dimension);
    return fact ? [{ fact, source: sourceOf(dimension, question) }] : [];
  });
}

/** What is known of a place stands on the range set there, else on the tape there, else on height and weight. */
function sourceOf({ name, zone_basis, body_basis }: AdviceDimension, { evidence: { body } }: Question): Source | null {
  if (zone_basis === 'set') return theZone(name);
  const key = body_keys[name];
  if (key && body_basis === 'measured') return theMeasures([key]);
  return isPossible(body.height_cm) || isPossible(body.weight_kg) ? theMeasures(['height_cm', 'weight_kg']) : null;
}

function wornFacts({ asked, worn, doubted }: Hypothesis): Candidate[] {
  const kind = kindOf(asked.garment.category);
  return worn.flatMap((item, at) => {
    const fact = doubted.includes(at) || !bearsOn(item, kind) ? null : wornFact(item);
    return fact ? [{ fact, source: theWorn(item, at) }] : [];
  });
}

/** A garment is a reason for another where its main girth is one that the other is worn by too: trousers say nothing of a shirt’s chest. */
const bearsOn = ({ targets }: Worn, { dimensions }: ReturnType<typeof kindOf>): boolean =>
  dimensions[kindOf(targets.garment.category).main] !== undefined;

/** Less than a centimetre is nothing that anybody would feel. */
const runs_from_cm = 1;

/** What others found is told when they tried this very garment, and when it is clear on which side. */
function othersFact({ asked }: Hypothesis): Fact[] {
  const said = asked.garment.others_say;
  // Without a chart the garment's own measures speak, and others' word turns nothing.
  if (!said || said.tried === 0 || !asked.dimensions.some(({ aligned_to }) => aligned_to === 'chart')) return [];
  const by_cm = Math.abs(said.offset_cm);
  if (by_cm < Math.max(runs_from_cm, said.sd_cm)) return [];
  return [{ code: 'runs', side: said.offset_cm < 0 ? 'small' : 'large', by_cm: rounded(by_cm), tried: said.tried, is_known: true }];
}

/** What was kept or returned without a word gives no reason that could be told. */
function wornFact({ targets, size_index, said: { overall } }: Worn): Fact | null {
  if (overall === undefined) return null;
  return { code: 'worn', brand: targets.garment.brand, size: targets.garment.sizes[size_index]!.label, overall, is_known: true };
}

function measuredFact({ name, garment_cm, garment_basis, body_cm, body_basis, zone, zone_basis }: AdviceDimension): Fact | null {
  if (garment_cm === undefined) return null;
  const is_girth = girths.includes(name);
  const is_known = garment_basis === 'measured' && (zone_basis === 'learned' || zone_basis === 'set' || body_basis === 'measured');
  if (!is_girth || body_cm === undefined) return { code: 'reach', name, garment_cm, liked_cm: zone.good, basis: zone_basis, is_known };
  const liked_cm: [number, number] = [rounded(zone.good[0] - body_cm), rounded(zone.good[1] - body_cm)];
  return { code: 'room', name, room_cm: rounded(garment_cm - body_cm), liked_cm, basis: zone_basis, is_known };
}

/** To what the dimensions themselves are told to. */
function rounded(cm: number): number {
  return Math.round(cm * 10) / 10;
}
