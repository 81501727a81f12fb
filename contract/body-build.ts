import * as z from 'zod';
import { route } from './route.ts';
import { withId } from './values.ts';

const level = z
  .union([z.literal(-1), z.literal(0), z.literal(1)])
  .nullable()
  .optional();
/** How somebody looks beside others of the same height and weight, as they see it: -1 flatter or narrower, 0 average, 1 fuller. */
export const bodyBuild = z.object({ belly: level, chest: level, hip: level });
export type BodyBuild = z.infer<typeof bodyBuild>;
export type BuildPlace = keyof BodyBuild;
export type BuildLevel = NonNullable<BodyBuild[BuildPlace]>;

const own = { area: 'fit', access: 'person', is_owned: true, params: withId, status: 200 } as const;

export const body_build_routes = {
  readBuild: route({
    ...own,
    method: 'GET',
    path: '/v1/profiles/{id}/build',
    cost: 'read',
    summary: 'How this person is built beside others of the same height and weight, by their own eye',
    response: bodyBuild,
    errors: ['request.not_found'],
  }),
  setBuild: route({
    ...own,
    method: 'PUT',
    path: '/v1/profiles/{id}/build',
    cost: 'write',
    summary: 'Say how this person is built, place by place: what is left out stays, null forgets',
    body: bodyBuild,
    response: bodyBuild,
    errors: ['request.not_found'],
  }),
} as const;
