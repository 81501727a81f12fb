import * as z from 'zod';
import { matchProfile } from '#areas/people/index.ts';
import type { BringBack, Brought, Ctx, KeptData, Restore } from '#platform/area/context.ts';
import { bringBody, keptBody } from './bring-body.ts';
import { bringOwned, keptOwned } from './bring-owned.ts';
import { bringFeedback, bringOutcome, keptFeedback, keptFitting, keptOutcome } from './bring-tries.ts';
import { bringZone, keptZone } from './bring-zone.ts';

const rows = z.array(z.unknown()).catch([]);
const kept_fit = z.object({ profiles: rows, fittings: rows, feedback: rows, outcomes: rows });
const keptProfile = z.object({
  id: z.uuid(),
  measurements: z.unknown(),
  build: z.unknown(),
  owned_garments: rows,
  fit_zones: rows,
});

/** What was told of bodies and of how sizes were: gaps are filled, and nothing that was said here is changed. What is advised is worked out anew. */
export const restore: Restore = {
  takes: ['profiles', 'fittings', 'feedback', 'outcomes'],
  steps: (kept) => {
    const { success, data } = kept_fit.safeParse(kept.of('fit'));
    if (!success) return [];
    const profiles = data.profiles.map((row) => keptProfile.safeParse(row).data).filter((one) => one !== undefined);
    return [...profiles.flatMap((one) => stepsOf(kept, one)), ...triesOf(kept, data)];
  },
};

function stepsOf(kept: KeptData, { id, measurements, build, owned_garments, fit_zones }: z.output<typeof keptProfile>): BringBack[] {
  const of = { kept, profile_id: id };
  return [
    forProfile('measurements', of, (tx, profile_id) => bringBody(tx, profile_id, keptBody.parse({ measurements, build }))),
    ...owned_garments.map((row) => ofRow('owned_garments', of, { row, schema: keptOwned, bring: bringOwned })),
    ...fit_zones.map((row) => ofRow('fit_zones', of, { row, schema: keptZone, bring: bringZone })),
  ];
}

function triesOf(kept: KeptData, { fittings, feedback, outcomes }: z.output<typeof kept_fit>): BringBack[] {
  const known = new Map(fittings.flatMap((row) => keptFitting.safeParse(row).data ?? []).map((one) => [one.id, one]));
  const said = feedback.map((row) => {
    const { data: one } = keptFeedback.safeParse(row);
    const fitting = one && known.get(one.fitting_id);
    if (!fitting) return unreadable('tries');
    return forProfile('tries', { kept, profile_id: fitting.profile_id }, (tx, profile_id) =>
      bringFeedback(tx, profile_id, { fitting, ...one }),
    );
  });
  const bought = outcomes.map((row) => {
    const { data: one } = keptOutcome.safeParse(row);
    return one
      ? forProfile('tries', { kept, profile_id: one.profile_id }, (tx, profile_id) => bringOutcome(tx, profile_id, one))
      : unreadable('tries');
  });
  return [...said, ...bought];
}

interface OfProfile {
  kept: KeptData;
  /** As the zip calls it. */
  profile_id: string;
}
type Take = (tx: Ctx, profile_id: string) => Promise<Brought[]>;

/** A profile that found no room here takes what is its with it. */
const forProfile = (kind: BringBack['kind'], { kept, profile_id }: OfProfile, take: Take): BringBack => ({
  kind,
  bring: () =>
    Promise.resolve(async (tx: Ctx): Promise<Brought[]> => {
      const here = await matchProfile(tx, kept, profile_id);
      return here === undefined ? [{ kind, outcome: 'skipped', reason: 'full' }] : take(tx, here);
    }),
});

interface Row<T extends z.ZodType> {
  row: unknown;
  schema: T;
  bring: (tx: Ctx, profile_id: string, one: z.output<T>) => Promise<Brought[]>;
}

function ofRow<T extends z.ZodType>(kind: BringBack['kind'], of: OfProfile, { row, schema, bring }: Row<T>): BringBack {
  const { success, data } = schema.safeParse(row);
  return success ? forProfile(kind, of, (tx, profile_id) => bring(tx, profile_id, data)) : unreadable(kind);
}

const unreadable = (kind: BringBack['kind']): BringBack => ({
  kind,
  bring: () => Promise.resolve(() => Promise.resolve([{ kind, outcome: 'skipped', reason: 'unreadable' } as const])),
});
