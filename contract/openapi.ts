import * as z from 'zod';
import { answersOf } from './answers-of.ts';
import { error_codes, type ErrorCode } from './error-codes.ts';
import { errorBody } from './error.ts';
import type { Route } from './route.ts';
import { routes } from './routes.ts';

type Json = Record<string, unknown>;

/** Described once: it takes a tenth of a second, and tests open a hundred servers. */
const paths = describePaths();

/** Derives the OpenAPI 3.1 document of the whole API. */
export function openApi({ version, server_url }: { version: string; server_url: string }): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Toile',
      version,
      summary: 'The open, self-hosted fitting room',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: server_url }],
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'Access token of POST /v1/auth/*, or an API key (tk_…)' },
        browser: { type: 'apiKey', in: 'cookie', name: 'toile_session', description: 'With the header X-Toile-Client: web' },
      },
      schemas: { Error: schemaOf(errorBody, 'output') },
    },
    paths,
  };
}

function describePaths(): Record<string, Json> {
  const described: Record<string, Json> = {};
  for (const [name, route] of Object.entries(routes) as [string, Route][]) {
    (described[route.path] ??= {})[route.method.toLowerCase()] = operation(name, route);
  }
  return described;
}

function operation(name: string, route: Route): Json {
  const { params, query, body, access, scope } = route;
  return {
    operationId: name,
    summary: route.summary,
    description: `For: ${access}. Cost: ${route.cost}.${scope ? ` API keys need the scope \`${scope}\`.` : ''}`,
    tags: [route.area],
    security: access === 'public' ? [{}, { token: [] }, { browser: [] }] : [{ token: [] }, { browser: [] }],
    parameters: [...parametersOf(params, 'path'), ...parametersOf(query, 'query')],
    ...(body ? { requestBody: { required: true, content: bodyOf(body, route) } } : {}),
    responses: {
      [route.status]: { description: 'Done', content: contentOf(route) },
      ...errorResponses(route),
    },
  };
}

function bodyOf(body: z.ZodType, { takes_form, takes_multipart }: Route): Json {
  const content = { schema: schemaOf(body, 'input') };
  return {
    'application/json': content,
    ...(takes_form ? { 'application/x-www-form-urlencoded': content } : {}),
    ...(takes_multipart ? { 'multipart/form-data': content } : {}),
  };
}

function contentOf({ media_type, response }: Route): Json {
  if (media_type === undefined) return { 'application/json': { schema: schemaOf(response, 'output') } };
  return { [media_type]: { schema: { type: 'string', format: 'binary' } } };
}

function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query'): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as { properties?: Json; required?: string[] };
  return Object.entries(properties).map(([name, property]) => ({ name, in: place, required: required.includes(name), schema: property }));
}

function errorResponses(route: Route): Json {
  const by_status = new Map<number, ErrorCode[]>();
  for (const code of answersOf(route)) {
    const { status } = error_codes[code];
    by_status.set(status, [...(by_status.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...by_status].map(([status, codes]) => [
      status,
      {
        description: codes.map((code) => `\`${code}\`: ${error_codes[code].meaning}`).join('\n\n'),
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
      },
    ]),
  );
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
