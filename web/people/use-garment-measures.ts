import { useState } from 'react';
import type { DimensionName } from '#contract/catalog.ts';
import type { SizedCategory } from '#contract/garment-kinds.ts';
import type { OwnedGarment } from '#contract/owned-garments.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import { convertGarmentDrafts, type GarmentDrafts, places_of, readGarmentDrafts } from './garment-measures.ts';
import { fromWire } from './units.ts';
import { useUnits } from './units-context.ts';

/** Holds what was measured on a garment itself until the form around it is saved. */
export function useGarmentMeasures(category: SizedCategory, garment: OwnedGarment | undefined) {
  const t = useTranslate();
  const { units } = useUnits();
  const [drafts, setDrafts] = useState<GarmentDrafts>({});
  const [sure_of, setSureOf] = useState<DimensionName[]>([]);
  const [typed_in, setTypedIn] = useState(units);
  if (typed_in !== units) {
    setTypedIn(units);
    setDrafts(convertGarmentDrafts(drafts, typed_in, { to: units, write: t.number }));
  }
  const places = places_of[category];
  // Of another kind of garment the old measures say nothing.
  const kept = garment?.category === category ? (garment.garment_cm ?? {}) : {};
  const of_kind = Object.fromEntries(Object.entries(drafts).filter(([name]) => places.includes(name as DimensionName))) as GarmentDrafts;
  const { garment_cm, troubles } = readGarmentDrafts(of_kind, { units, kept, sure_of });
  const textOf = (name: DimensionName) =>
    drafts[name] ?? (kept[name] === undefined ? '' : t.number(fromWire('chest_cm', kept[name], units)));
  const draft = (name: DimensionName, text: string) => {
    setDrafts((now) => ({ ...now, [name]: text }));
    setSureOf((now) => now.filter((other) => other !== name));
  };
  const beSure = (name: DimensionName) => setSureOf((now) => [...now, name]);
  const is_told = Object.keys(garment_cm).length > 0;
  return { units, places, garment_cm: is_told ? garment_cm : null, troubles, textOf, draft, beSure };
}
