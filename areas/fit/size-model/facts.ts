import type { DimensionName } from '#contract/catalog.ts';
import type { AdviceDimension, FitFeedback } from '#contract/fit.ts';
import { kindOf } from './garment-kind.ts';
import type { Hypothesis } from './infer-wearer.ts';

type Measured = { name: DimensionName; liked_cm: [number, number]; basis: AdviceDimension['zone_basis'] };

/** A reason as numbers, before any words: so that another language can say it. */
export type Fact = { is_known: boolean } & (
  | ({ kind: 'room'; room_cm: number } & Measured)
  | ({ kind: 'reach'; garment_cm: number } & Measured)
  | { kind: 'worn'; brand: string; size: string; overall: FitFeedback['overall'] }
  | { kind: 'no_chart' }
  | { kind: 'estimated_body' }
);

const girths: readonly DimensionName[] = ['chest', 'waist', 'hip', 'neck'];
const dimensions_max = 3;
const worn_max = 2;

/** Collects what speaks for the advised size, the weightiest first. */
export function collectFacts(hypothesis: Hypothesis, dimensions: readonly AdviceDimension[], evidence_kinds: readonly string[]): Fact[] {
  const kind = kindOf(hypothesis.asked.garment.category);
  const weight = ({ name }: AdviceDimension) => kind.dimensions[name]?.weight ?? 0;
  const measured = [...dimensions]
    .sort((a, b) => weight(b) - weight(a))
    .slice(0, dimensions_max)
    .flatMap((dimension) => measuredFact(dimension) ?? []);
  const worn = hypothesis.worn.slice(0, worn_max).map(({ targets, size_index, said }): Fact => ({
    kind: 'worn',
    brand: targets.garment.brand,
    size: targets.garment.sizes[size_index]!.label,
    overall: said.overall,
    is_known: true,
  }));
  const facts: Fact[] = [...measured, ...worn];
  if (hypothesis.asked.is_estimated) facts.push({ kind: 'no_chart', is_known: false });
  if (evidence_kinds.includes('height_weight') && !evidence_kinds.includes('measurements'))
    facts.push({ kind: 'estimated_body', is_known: false });
  return facts;
}

function measuredFact({ name, garment_cm, garment_basis, body_cm, body_basis, zone, zone_basis }: AdviceDimension): Fact | null {
  if (garment_cm === undefined) return null;
  const is_girth = girths.includes(name);
  const is_known = garment_basis === 'measured' && (zone_basis === 'learned' || zone_basis === 'set' || body_basis === 'measured');
  if (!is_girth || body_cm === undefined) return { kind: 'reach', name, garment_cm, liked_cm: zone.good, basis: zone_basis, is_known };
  const liked_cm: [number, number] = [zone.good[0] - body_cm, zone.good[1] - body_cm];
  return { kind: 'room', name, room_cm: garment_cm - body_cm, liked_cm, basis: zone_basis, is_known };
}
