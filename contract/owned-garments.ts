import * as z from 'zod';
import { dimensionName, sizedCategory } from './catalog.ts';
import { girthFeel, sizeLabel } from './fit.ts';
import { sizing } from './people.ts';
import { route } from './route.ts';
import { done, id, listOf, time, withId } from './values.ts';

const area = 'fit';

const ownedInput = z.object({
  brand: z.string().trim().min(1).max(80),
  category: sizedCategory,
  size: sizeLabel,
  sizing: sizing.optional(),
  overall: girthFeel.default('perfect'),
  description: z.string().trim().max(120).optional(),
  garment_cm: z
    .partialRecord(dimensionName, z.number().min(5).max(250))
    .optional()
    .meta({ description: 'Its own measurements, girths all the way round' }),
});
/** Whoever was asked whether an unusual number is meant says so with it. */
const is_sure = z.boolean().optional().meta({ description: 'true: unusual measures are meant as they stand' });
/** What is not given stays as it is; null forgets what need not be told. */
const ownedChange = z.object({
  brand: ownedInput.shape.brand.optional(),
  category: sizedCategory.optional(),
  size: sizeLabel.optional(),
  sizing: sizing.nullable().optional(),
  overall: girthFeel.optional(),
  description: z.string().trim().max(120).nullable().optional(),
  garment_cm: z.partialRecord(dimensionName, z.number().min(5).max(250)).nullable().optional(),
});
export const ownedGarment = ownedInput.extend({ id, created_at: time, is_chart_known: z.boolean() });
export type OwnedGarment = z.infer<typeof ownedGarment>;

const withOwned = z.object({ id, owned_id: id });
const ownFailure = ['request.not_found'] as const;

export const owned_garment_routes = {
  listOwnedGarments: route({
    method: 'GET',
    path: '/v1/profiles/{id}/owned-garments',
    area,
    access: 'person',
    cost: 'read',
    is_owned: true,
    summary: 'Garments this person owns, and how they fit',
    params: withId,
    status: 200,
    response: listOf('owned_garments', ownedGarment),
    errors: ownFailure,
  }),
  addOwnedGarment: route({
    method: 'POST',
    path: '/v1/profiles/{id}/owned-garments',
    area,
    access: 'person',
    cost: 'write',
    is_owned: true,
    summary: 'Tell of a garment that fits: it says more than a tape measure',
    params: withId,
    body: ownedInput.extend({ is_sure }),
    status: 201,
    response: ownedGarment,
    errors: ['request.not_found', 'fit.too_many_owned', 'fit.unlikely_garment'],
  }),
  changeOwnedGarment: route({
    method: 'PATCH',
    path: '/v1/profiles/{id}/owned-garments/{owned_id}',
    area,
    access: 'person',
    cost: 'write',
    is_owned: true,
    summary: 'Correct what was told of a garment; null forgets a part of it',
    params: withOwned,
    body: ownedChange.extend({ is_sure }),
    status: 200,
    response: ownedGarment,
    errors: ['request.not_found', 'fit.unlikely_garment'],
  }),
  removeOwnedGarment: route({
    method: 'DELETE',
    path: '/v1/profiles/{id}/owned-garments/{owned_id}',
    area,
    access: 'person',
    cost: 'write',
    is_owned: true,
    summary: 'Forget a garment',
    params: withOwned,
    status: 200,
    response: done,
    errors: ownFailure,
  }),
} as const;
