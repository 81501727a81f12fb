import { type FormEvent, useState } from 'react';
import { useBrands } from '#web/api/fitting-queries.ts';
import { type OwnedInput, useAddOwnedGarment, useChangeOwnedGarment } from '#web/api/profile-queries.ts';
import type { SizedCategory } from '#contract/garment-kinds.ts';
import type { OwnedGarment } from '#contract/owned-garments.ts';
import { findSizes } from './find-sizes.ts';
import { useGarmentMeasures } from './use-garment-measures.ts';

interface Given {
  brand: string;
  category: SizedCategory;
  size: string;
  sizing: 'women' | 'men' | null;
  overall: NonNullable<OwnedInput['overall']>;
}
export interface OwnedFormOptions {
  profile_id: string;
  category: SizedCategory;
  /** The one that is corrected; without one, another is added. */
  garment?: OwnedGarment;
  onSaved: () => void;
}

/** Holds what is said of an owned garment; a size that the brand's chart does not have is not kept, unless it was told so before. */
export function useOwnedForm({ profile_id, category, garment, onSaved }: OwnedFormOptions) {
  const brands = useBrands().data?.brands ?? [];
  const add = useAddOwnedGarment(profile_id);
  const correct = useChangeOwnedGarment(profile_id);
  const [given, setGiven] = useState<Given>(() => ({ ...nothing, category, ...(garment ? toldOf(garment) : {}) }));
  const [is_checked, setChecked] = useState(false);
  const measures = useGarmentMeasures(given.category, garment);
  const known = withToldSize(findSizes(brands, given), given, garment);
  const brand = given.brand.trim();
  const size = known.sizes.length > 0 && !known.sizes.includes(given.size) ? '' : given.size.trim();
  const save = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    const troubled = measures.places.find((name) => measures.troubles[name]);
    if (troubled) return document.getElementById(`garment-${troubled}`)?.focus();
    if (add.isPending || correct.isPending || brand === '' || size === '') return undefined;
    const sizing = known.sizing ?? given.sizing;
    const told = { brand, category: given.category, size, overall: given.overall, ...(sizing ? { sizing } : {}) };
    const { garment_cm } = measures;
    // The form has asked about odd measures itself.
    if (garment) return correct.mutate({ owned_id: garment.id, body: { ...told, garment_cm, is_sure: true } }, { onSuccess: onSaved });
    return add.mutate({ ...told, ...(garment_cm ? { garment_cm, is_sure: true } : {}) }, { onSuccess: onSaved });
  };
  const change = (part: Partial<Given>) => setGiven((now) => ({ ...now, ...part }));
  const missing = { brand: is_checked && brand === '', size: is_checked && size === '' };
  const { error, isPending } = garment ? correct : add;
  return { brands, given, change, known, size, missing, is_checked, measures, save, error, is_busy: isPending };
}

const nothing = { brand: '', size: '', sizing: null, overall: 'perfect' } as const;
const toldOf = ({ brand, category, size, sizing, overall }: OwnedGarment): Given => ({
  brand,
  category,
  size,
  sizing: sizing ?? null,
  overall,
});

/** The label may say what no chart does: while it is the same kind of the same brand, its size stays among the choices. */
function withToldSize(known: ReturnType<typeof findSizes>, { brand, category }: Given, garment: OwnedGarment | undefined) {
  const is_same = garment && garment.brand === brand && garment.category === category;
  if (!is_same || known.sizes.length === 0 || known.sizes.includes(garment.size)) return known;
  return { ...known, sizes: [...known.sizes, garment.size] };
}
