import { type FormEvent, useState } from 'react';
import { useBrands } from '#web/api/fitting-queries.ts';
import { type OwnedInput, useAddOwnedGarment } from '#web/api/profile-queries.ts';
import type { SizedCategory } from '#contract/garment-kinds.ts';
import { findSizes } from './find-sizes.ts';

interface Given {
  brand: string;
  category: SizedCategory;
  size: string;
  sizing: 'women' | 'men' | null;
  overall: NonNullable<OwnedInput['overall']>;
}
interface Options {
  profile_id: string;
  category: SizedCategory;
  onSaved: () => void;
}

/** Holds what is said of an owned garment; a size that the brand's chart does not have is not kept. */
export function useOwnedForm({ profile_id, category, onSaved }: Options) {
  const brands = useBrands().data?.brands ?? [];
  const add = useAddOwnedGarment(profile_id);
  const [given, setGiven] = useState<Given>({ brand: '', category, size: '', sizing: null, overall: 'perfect' });
  const [is_checked, setChecked] = useState(false);
  const known = findSizes(brands, given);
  const brand = given.brand.trim();
  const size = known.sizes.length > 0 && !known.sizes.includes(given.size) ? '' : given.size.trim();
  const save = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (add.isPending || brand === '' || size === '') return;
    const sizing = known.sizing ?? given.sizing;
    const garment = { brand, category: given.category, size, overall: given.overall, ...(sizing ? { sizing } : {}) };
    add.mutate(garment, { onSuccess: onSaved });
  };
  const change = (part: Partial<Given>) => setGiven((now) => ({ ...now, ...part }));
  const missing = { brand: is_checked && brand === '', size: is_checked && size === '' };
  return { brands, given, change, known, size, missing, save, add };
}
