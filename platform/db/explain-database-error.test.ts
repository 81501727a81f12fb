import assert from 'node:assert/strict';
import { test } from 'node:test';
import { StartError } from '#platform/errors/start-error.ts';
import { explainQueryFailure, explainStartFailure } from './explain-database-error.ts';

const failure = (code: string, message = 'it broke') => Object.assign(new Error(message), { code });

for (const [code, advice] of [
  ['28P01', /refused the password/],
  ['3D000', /does not exist/],
  ['42501', /may not create tables/],
  ['53300', /no connection left/],
  ['53100', /disk of the database is full/],
  ['ECONNREFUSED', /No database answers/],
  ['ENOTFOUND', /not known/],
] as const) {
  test(`at start ${code} becomes a sentence that says what to do`, () => {
    const explained = explainStartFailure(failure(code));
    assert.ok(explained instanceof StartError);
    assert.match(explained.message, advice);
  });
}

test('several addresses that all refuse are explained by the first', () => {
  assert.match(explainStartFailure(new AggregateError([failure('ECONNREFUSED'), failure('ECONNREFUSED')])).message, /No database answers/);
});

test('a failure that we do not know stays what it was', () => {
  const unknown = failure('XX000');
  assert.equal(explainStartFailure(unknown), unknown);
  assert.equal(explainQueryFailure(unknown), undefined);
});

for (const [error, code] of [
  [failure('53100'), 'platform.disk_full'],
  [failure('57P01'), 'platform.database_unavailable'],
  [failure('ECONNREFUSED'), 'platform.database_unavailable'],
  [new Error('Connection terminated unexpectedly'), 'platform.database_unavailable'],
  [new Error('timeout exceeded when trying to connect'), 'platform.database_unavailable'],
  [failure('40001'), 'platform.conflict'],
  [failure('40P01'), 'platform.conflict'],
] as const) {
  test(`in a request ${(error as { code?: string }).code ?? error.message} answers ${code}`, () => {
    const explained = explainQueryFailure(error);
    assert.equal(explained?.code, code);
    assert.doesNotMatch(explained?.message ?? '', /it broke|terminated|timeout exceeded/);
  });
}
