import * as z from 'zod';
import { route } from './route.ts';
import { done, id, time, withId } from './values.ts';

/** What can be brought back out of a zip of `/v1/me/export.zip`. */
export const brought_kinds = [
  'preferences',
  'profiles',
  'measurements',
  'owned_garments',
  'fit_zones',
  'tries',
  'garments',
  'wears',
  'washes',
  'photos',
  'saved',
  'looks',
] as const;
export const broughtKind = z.enum(brought_kinds);
export type BroughtKind = z.infer<typeof broughtKind>;

/** Why something in the zip was left where it is. */
export const skip_reasons = ['unreadable', 'full', 'product_gone', 'photo_missing'] as const;
export const skipReason = z.enum(skip_reasons).meta({
  description:
    'unreadable: not as Toile writes it; full: no more room; product_gone: of a product that is not here; photo_missing: not in the zip, or no picture',
});
export type SkipReason = z.infer<typeof skipReason>;

/** Why nothing, or no more, could be brought back; each is an error code, so that its sentence is known in every language. */
export const import_problems = [
  'people.not_an_export',
  'people.export_newer',
  'people.export_damaged',
  'people.export_refused',
  'people.import_gave_up',
  'upload.ended',
] as const;
export type ImportProblem = (typeof import_problems)[number];

const counts = z.partialRecord(broughtKind, z.int());

/** What came of a zip. */
export const importResult = z.object({
  added: counts.meta({ description: 'How many of each kind were not here, and are now' }),
  known: counts.meta({ description: 'How many of each kind were here already, and stayed as they were' }),
  photos: z.int().meta({ description: 'Photos that were brought back' }),
  skipped: z.array(z.object({ kind: broughtKind, reason: skipReason, count: z.int() })),
  not_taken: z
    .array(z.string())
    .meta({ description: 'What lies in `data.json` and is never brought back, by area and name: `people.sessions`' }),
});
export type ImportResult = z.infer<typeof importResult>;

export const dataImport = z.object({
  id,
  state: z
    .enum(['waiting', 'reading', 'done', 'failed'])
    .meta({ description: 'waiting: for the file, or to be told that all of it is there' }),
  steps_done: z.int(),
  steps: z.int().nullable().meta({ description: 'null: not known yet' }),
  problem: z.object({ code: z.enum(import_problems), message: z.string() }).nullable(),
  result: importResult.nullable().meta({ description: 'So far, while it is read' }),
  created_at: time,
});
export type DataImport = z.infer<typeof dataImport>;

const mine = { area: 'people', access: 'person' } as const;

export const import_routes = {
  beginMyImport: route({
    ...mine,
    method: 'POST',
    path: '/v1/me/import',
    cost: 'create_session',
    summary:
      'Bring back what `/v1/me/export.zip` gave, here or elsewhere: the zip goes to `upload_url`, then say so. It adds what is missing and changes nothing that is there',
    body: z.object({ size_bytes: z.int().min(1).meta({ description: 'At most 4 GB, 500 MB without an account' }) }),
    status: 201,
    response: z.object({
      import: dataImport,
      upload_url: z.string().meta({ description: 'Where the zip goes, from the root: tus 1.0.0, or PUT; ends after a day' }),
    }),
    errors: ['people.import_going_on', 'request.too_large'],
  }),
  startMyImport: route({
    ...mine,
    method: 'POST',
    path: '/v1/me/import/{id}',
    cost: 'write',
    is_owned: true,
    summary: 'Say that the zip is there, so that it is read; again changes nothing. How far it is stands at `GET /v1/me/import`',
    params: withId,
    status: 202,
    response: dataImport,
    errors: ['request.not_found', 'people.import_unfinished', 'upload.ended'],
  }),
  readMyImport: route({
    ...mine,
    method: 'GET',
    path: '/v1/me/import',
    cost: 'read',
    summary: 'How far the last zip is, and what came of it; one that was broken off goes on at `upload_url`',
    status: 200,
    response: z.object({
      import: dataImport.nullable(),
      upload_url: z.string().nullable().meta({
        description: 'Where the rest of a zip goes that has not all arrived (tus: `HEAD` says how far it is); null when none is waited for',
      }),
    }),
    errors: [],
  }),
  removeMyImport: route({
    ...mine,
    method: 'DELETE',
    path: '/v1/me/import/{id}',
    cost: 'write',
    is_owned: true,
    summary: 'Stop, and delete the zip that was sent; what was brought back already stays',
    params: withId,
    status: 200,
    response: done,
    errors: ['request.not_found'],
  }),
} as const;
