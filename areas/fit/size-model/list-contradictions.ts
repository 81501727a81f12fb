import type { SizedCategory } from '#contract/garment-kinds.ts';
import { anyGarment } from './any-garment.ts';
import type { ShopperEvidence } from './evidence.ts';
import type { Fact } from './facts.ts';
import { findContradiction } from './find-contradiction.ts';
import { inferWearer } from './infer-wearer.ts';

type Contradiction = Extract<Fact, { code: 'contradicts' }>;

/** A top and a bottom between them have every place of the body that anything told speaks of. */
const kinds: readonly SizedCategory[] = ['shirt', 'trousers'];

/** Lists what was told of somebody and does not go together, without any garment being asked about; each thing once. */
export function listContradictions(evidence: ShopperEvidence, now: Date): Contradiction[] {
  const found = kinds.flatMap((kind) => {
    const garment = anyGarment(kind);
    return findContradiction({ evidence, garment, now }, inferWearer(evidence, garment, now)) ?? [];
  });
  const names = found.map(nameOf);
  return found.filter((_, i) => names.indexOf(names[i]!) === i);
}

const nameOf = (one: Contradiction): string =>
  one.what === 'measurement' ? one.name : `${one.brand} ${one.size} ${one.owned_id ?? one.session_id ?? ''}`;
