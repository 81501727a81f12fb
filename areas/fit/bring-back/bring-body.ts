import * as z from 'zod';
import { bodyBuild } from '#contract/body-build.ts';
import { bodyMeasurements } from '#contract/fit.ts';
import type { Brought, Ctx } from '#platform/area/context.ts';
import { findBuild, saveBuild } from '../body-build.store.ts';
import { findMeasurements, saveMeasurements } from '../measurements.store.ts';

/** Field by field: one that is none must not keep the others back. */
const lenient = <S extends z.ZodRawShape>(schema: z.ZodObject<S>) =>
  z
    .record(z.string(), z.unknown())
    .catch({})
    .transform(
      (row) => Object.fromEntries(Object.entries(row).filter(([name, value]) => isOf(schema, name, value))) as z.output<typeof schema>,
    );

const isOf = (schema: z.ZodObject, name: string, value: unknown): boolean => {
  const field = Object.hasOwn(schema.shape, name) ? (schema.shape[name] as z.ZodType) : undefined;
  return value !== null && value !== undefined && field?.safeParse(value).success === true;
};

export const keptBody = z.object({ measurements: lenient(bodyMeasurements), build: lenient(bodyBuild) });

/** Fills in what is not known here of a body. */
export async function bringBody(tx: Ctx, profile_id: string, { measurements, build }: z.output<typeof keptBody>): Promise<Brought[]> {
  const here = { ...(await findMeasurements(tx, profile_id)), ...(await findBuild(tx, profile_id)) };
  const missing = <T extends object>(kept: T) => Object.fromEntries(Object.entries(kept).filter(([name]) => !(name in here))) as T;
  const [measured, judged] = [missing(measurements), missing(build)];
  if (Object.keys(measured).length > 0) await saveMeasurements(tx, profile_id, measured);
  if (Object.keys(judged).length > 0) await saveBuild(tx, profile_id, judged);
  const [given, added] = [count(measurements) + count(build), count(measured) + count(judged)];
  return [
    { kind: 'measurements', outcome: 'added', count: added },
    { kind: 'measurements', outcome: 'known', count: given - added },
  ];
}

const count = (kept: object): number => Object.keys(kept).length;
