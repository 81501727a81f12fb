import assert from 'node:assert/strict';
import { test } from 'node:test';
import { error_codes } from './error-codes.ts';
import { openApi } from './openapi.ts';
import type { Route } from './route.ts';
import { routes } from './routes.ts';

const document = openApi({ version: '1.2.3', server_url: 'https://fit.example' }) as {
  openapi: string;
  paths: Record<
    string,
    Record<
      string,
      {
        operationId: string;
        responses: Record<string, { description: string }>;
        parameters: { name: string; in: string }[];
        requestBody?: object;
      }
    >
  >;
};
const all = Object.entries(routes) as [string, Route][];

test('every route stands in the document once, with its parameters and body', () => {
  for (const [name, route] of all) {
    const operation = document.paths[route.path]?.[route.method.toLowerCase()];
    assert.equal(operation?.operationId, name);
    const in_path = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    assert.deepEqual(
      operation.parameters.filter((one) => one.in === 'path').map((one) => one.name),
      in_path,
    );
    assert.equal(operation.requestBody !== undefined, route.body !== undefined);
  }
});

test('every answer that a route names is described, by status and code', () => {
  for (const [, route] of all) {
    const responses = document.paths[route.path]?.[route.method.toLowerCase()]?.responses ?? {};
    assert.ok(responses[route.status]);
    for (const code of route.errors) assert.match(responses[error_codes[code].status]?.description ?? '', new RegExp(`\`${code}\``));
  }
});

test('no two routes answer the same method and path', () => {
  const keys = all.map(([, { method, path }]) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`);
  assert.equal(new Set(keys).size, keys.length);
});

test('every error code says what it means and has a status that fits its kind', () => {
  for (const [code, { status, meaning }] of Object.entries(error_codes)) {
    assert.match(code, /^[a-z]+\.[a-z_]+$/);
    assert.ok(status >= 400 && status < 600 && meaning.length > 10, code);
  }
});
