import { sql } from 'kysely';
import { findSelfProfile, listProfilesOf } from '#areas/people/index.ts';
import type { Ctx, PersonalData } from '#platform/area/context.ts';
import { eraseNews } from '#platform/events/erase-news.ts';
import { restore } from './bring-back/restore.ts';
import { findBuild, mergeBuild } from './body-build.store.ts';
import { listZones, moveZones } from './fit-zone.store.ts';
import type { FitTables } from './fit-tables.ts';
import { findMeasurements, saveMeasurements } from './measurements.store.ts';
import { deleteOutcomesOf, listOutcomesOf, moveOutcomes } from './outcomes/outcome.store.ts';
import { moveTakenBack } from './outcomes/taken-back.store.ts';
import { listOwned, moveOwned } from './owned-garment.store.ts';

const fit = (ctx: Ctx) => ctx.db.withTables<FitTables>();

/** How fitting data follows a person, leaves with them, and is shown to them. */
export const personal_data: PersonalData = {
  merge: async (tx, from_person_id, to_person_id) => {
    const [from, to] = [await findSelfProfile(tx, from_person_id), await findSelfProfile(tx, to_person_id)];
    await fit(tx).updateTable('fit_fittings').set({ profile_id: to.id }).where('profile_id', '=', from.id).execute();
    await fit(tx).updateTable('fit_fittings').set({ person_id: to_person_id }).where('person_id', '=', from_person_id).execute();
    await moveTakenBack(tx, from_person_id, to_person_id);
    const twice = await moveOutcomes(
      tx,
      { person_id: from_person_id, profile_id: from.id },
      { person_id: to_person_id, profile_id: to.id },
    );
    await eraseNews(tx, 'outcome.recorded', { field: 'outcome_id', ids: twice });
    await moveOwned(tx, from.id, to.id);
    await moveZones(tx, from.id, to.id);
    await mergeMeasurements(tx, from.id, to.id);
    await mergeBuild(tx, from.id, to.id);
  },
  export: async (ctx, person_id) => ({
    profiles: await Promise.all(
      (await listProfilesOf(ctx, person_id)).map(async ({ id, name }) => ({
        id,
        name,
        measurements: await findMeasurements(ctx, id),
        build: await findBuild(ctx, id),
        owned_garments: await listOwned(ctx, id),
        fit_zones: await listZones(ctx, id),
      })),
    ),
    fittings: await fit(ctx).selectFrom('fit_fittings').selectAll().where('person_id', '=', person_id).orderBy('id').execute(),
    advices: await fit(ctx)
      .selectFrom('fit_advices as a')
      .innerJoin('fit_fittings as f', 'f.id', 'a.fitting_id')
      .selectAll('a')
      .where('f.person_id', '=', person_id)
      .orderBy('a.id')
      .execute(),
    feedback: await fit(ctx)
      .selectFrom('fit_feedback as b')
      .innerJoin('fit_fittings as f', 'f.id', 'b.fitting_id')
      .selectAll('b')
      .where('f.person_id', '=', person_id)
      .orderBy('b.id')
      .execute(),
    outcomes: (await listOutcomesOf(ctx, person_id)).map(({ is_counted: _is_counted, caller_id: _caller_id, ...told }) => told),
  }),
  restore,
  erase: async (tx, person_id, scope) =>
    scope === 'photos'
      ? 0
      : (await eraseFittings(tx, person_id)) + (await eraseOutcomes(tx, person_id)) + (await eraseBodies(tx, person_id)),
};

/** News of the fittings goes last, see eraseNews. */
async function eraseFittings(tx: Ctx, person_id: string): Promise<number> {
  const counts = [
    await sql`delete from fit_feedback where fitting_id in (select id from fit_fittings where person_id = ${person_id})`.execute(tx.db),
    await sql`delete from fit_advices where fitting_id in (select id from fit_fittings where person_id = ${person_id})`.execute(tx.db),
  ];
  const fittings = await fit(tx).deleteFrom('fit_fittings').where('person_id', '=', person_id).returning('id').execute();
  const ids = fittings.map(({ id }) => id);
  const news =
    (await eraseNews(tx, 'fitting.outcome', { field: 'fitting_id', ids })) +
    (await eraseNews(tx, 'fitting.advised', { field: 'fitting_id', ids }));
  return rowsOf(counts) + fittings.length + news;
}

async function eraseOutcomes(tx: Ctx, person_id: string): Promise<number> {
  const ids = await deleteOutcomesOf(tx, person_id);
  return ids.length + (await eraseNews(tx, 'outcome.recorded', { field: 'outcome_id', ids }));
}

async function eraseBodies(tx: Ctx, person_id: string): Promise<number> {
  const profile_ids = (await listProfilesOf(tx, person_id)).map(({ id }) => id);
  return rowsOf([
    await sql`delete from fit_owned_garments where profile_id = any(${profile_ids})`.execute(tx.db),
    await sql`delete from fit_zones where profile_id = any(${profile_ids})`.execute(tx.db),
    await sql`delete from fit_builds where profile_id = any(${profile_ids})`.execute(tx.db),
    await sql`delete from fit_measurements where profile_id = any(${profile_ids})`.execute(tx.db),
  ]);
}

const rowsOf = (deletes: readonly { numAffectedRows?: bigint }[]): number =>
  deletes.reduce((sum, { numAffectedRows }) => sum + Number(numAffectedRows ?? 0), 0);

/** The account's own numbers stay; what it did not know is taken over. */
async function mergeMeasurements(tx: Ctx, from_profile_id: string, to_profile_id: string): Promise<void> {
  const [from, to] = [await findMeasurements(tx, from_profile_id), await findMeasurements(tx, to_profile_id)];
  const merged = { ...from, ...to };
  if (Object.keys(merged).length === 0) return;
  await saveMeasurements(tx, to_profile_id, merged);
}
