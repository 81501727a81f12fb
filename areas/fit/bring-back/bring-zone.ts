import * as z from 'zod';
import { dimensionName } from '#contract/catalog.ts';
import { fit_zone_routes, zoneKind } from '#contract/fit-zones.ts';
import type { Brought, Ctx } from '#platform/area/context.ts';
import { listZones, saveZone } from '../fit-zone.store.ts';
import { hasZone } from '../size-model/describe-zones.ts';

export const keptZone = z
  .object({ kind: zoneKind, name: dimensionName, set_at: z.iso.datetime() })
  .and(fit_zone_routes.setFitZone.body)
  .refine(({ kind, name }) => hasZone(kind, name), 'no such zone');

/** Sets a zone as it was set by hand, where none is set here. */
export async function bringZone(tx: Ctx, profile_id: string, kept: z.output<typeof keptZone>): Promise<Brought[]> {
  const { kind, name, low_cm, high_cm, set_at } = kept;
  const is_set = (await listZones(tx, profile_id)).some((zone) => zone.kind === kind && zone.name === name);
  if (is_set) return [{ kind: 'fit_zones', outcome: 'known' }];
  const now = tx.clock.now().toISOString();
  await saveZone(tx, { profile_id, kind, name, low_cm, high_cm, set_at: set_at < now ? set_at : now });
  return [{ kind: 'fit_zones', outcome: 'added' }];
}
