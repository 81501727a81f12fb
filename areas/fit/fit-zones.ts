import { myProfile } from '#areas/people/index.ts';
import { zoneKind, type FitZone, type ZoneKind } from '#contract/fit-zones.ts';
import type { Ctx } from '#platform/area/context.ts';
import { notFound } from '#platform/errors/app-error.ts';
import { deleteZone, listZones, saveZone, type ZonePlace, type ZoneRow } from './fit-zone.store.ts';
import { gatherWithOthers } from './learning/gather-with-others.ts';
import { countEvidence } from './size-model/count-evidence.ts';
import { describeZones, hasZone } from './size-model/describe-zones.ts';
import type { ShopperEvidence } from './size-model/evidence.ts';
import { refuseUnlikelyZone } from './unlikely-zone.ts';

type Place = ZonePlace & { id: string };
type Range = Pick<ZoneRow, 'low_cm' | 'high_cm'>;

/** All zones of one of the caller's profiles: learned, set by hand, or guessed. */
export async function listFitZones(ctx: Ctx, profile_id: string): Promise<{ fit_zones: FitZone[]; is_anything_known: boolean }> {
  const profile = await myProfile(ctx, profile_id);
  const [evidence, set] = await Promise.all([gatherWithOthers(ctx, profile), listZones(ctx, profile_id)]);
  const now = ctx.clock.now();
  return {
    fit_zones: zoneKind.options.flatMap((kind) => zonesOf(kind, { evidence, set, now })),
    is_anything_known: countEvidence(evidence)[0]!.kind !== 'population',
  };
}

/** Keeps what the shopper says feels good; the next advice obeys it. Throws `fit.unlikely_zone` for units that were mixed up. */
export async function setFitZone(ctx: Ctx, { id: profile_id, kind, name }: Place, range: Range): Promise<FitZone> {
  await myProfile(ctx, profile_id);
  if (!hasZone(kind, name)) throw notFound('fit zone');
  refuseUnlikelyZone(name, range);
  await saveZone(ctx, { profile_id, kind, name, ...range, set_at: ctx.clock.now().toISOString() });
  return readFitZone(ctx, { id: profile_id, kind, name });
}

/** Forgets what was set by hand; what was learned, or a guess, counts again. */
export async function forgetFitZone(ctx: Ctx, { id: profile_id, kind, name }: Place): Promise<FitZone> {
  await myProfile(ctx, profile_id);
  if (!hasZone(kind, name)) throw notFound('fit zone');
  await deleteZone(ctx, profile_id, { kind, name });
  return readFitZone(ctx, { id: profile_id, kind, name });
}

async function readFitZone(ctx: Ctx, { id, kind, name }: Place): Promise<FitZone> {
  const profile = await myProfile(ctx, id);
  const [evidence, set] = await Promise.all([gatherWithOthers(ctx, profile), listZones(ctx, id)]);
  return zonesOf(kind, { evidence, set, now: ctx.clock.now() }).find((zone) => zone.name === name)!;
}

type Known = { evidence: ShopperEvidence; set: readonly ZoneRow[]; now: Date };

function zonesOf(kind: ZoneKind, { evidence, set, now }: Known): FitZone[] {
  return describeZones(evidence, kind, now).map((zone) => {
    const row = set.find((one) => one.kind === kind && one.name === zone.name);
    if (!row) return { kind, ...zone };
    return { kind, ...zone, set_at: row.set_at, without_your_word: withoutWord(row, evidence, now) };
  });
}

/** What the zone would be had the shopper said nothing of it; their word about other zones still counts. */
function withoutWord({ kind, name }: ZoneRow, evidence: ShopperEvidence, now: Date): FitZone['without_your_word'] {
  const zones = evidence.zones?.filter((zone) => zone.category !== kind || zone.name !== name);
  const { low_cm, high_cm, basis } = describeZones({ ...evidence, zones }, kind, now).find((zone) => zone.name === name)!;
  return { low_cm, high_cm, basis: basis === 'learned' ? 'learned' : 'guessed' };
}
