import { contradiction } from './fit.ts';
import { route } from './route.ts';
import { listOf, withId } from './values.ts';

export const contradiction_routes = {
  listContradictions: route({
    area: 'fit',
    access: 'person',
    is_owned: true,
    method: 'GET',
    path: '/v1/profiles/{id}/contradictions',
    cost: 'read',
    summary: 'What was told of this person and does not go together, for them to put right or leave',
    params: withId,
    status: 200,
    response: listOf('contradictions', contradiction),
    errors: ['request.not_found'],
  }),
} as const;
