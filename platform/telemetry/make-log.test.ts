import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { test } from 'node:test';
import { AppError } from '#platform/errors/app-error.ts';
import { makeLog } from './make-log.ts';

/** A log and the lines it wrote. */
function captured() {
  const lines: Record<string, unknown>[] = [];
  const to = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(JSON.parse(chunk.toString()) as Record<string, unknown>);
      done();
    },
  });
  return { lines, log: makeLog({ LOG_LEVEL: 'info', ENVIRONMENT: 'test', version: '0' }, to) };
}

test('what people are and what opens their account never reaches the log', () => {
  const { lines, log } = captured();
  log.info(
    {
      email: 'anna@example.com',
      body: { password: 'hunter2', notes: 'my belly' },
      headers: { authorization: 'Bearer x', cookie: 'toile_session=y' },
    },
    'hello',
  );
  const text = JSON.stringify(lines);
  assert.doesNotMatch(text, /anna@|hunter2|belly|Bearer|toile_session=/);
  assert.match(text, /hello/);
});

test('a database error is logged without the row that caused it', () => {
  const { lines, log } = captured();
  const error = Object.assign(new Error('duplicate key'), {
    code: '23505',
    detail: 'Key (email)=(anna@example.com) already exists.',
    where: 'x',
  });
  log.error({ err: error }, 'failed');
  assert.doesNotMatch(JSON.stringify(lines), /anna@/);
  assert.match(JSON.stringify(lines), /23505/);
});

test('our own errors keep the detail that was meant for the log', () => {
  const { lines, log } = captured();
  log.info({ err: new AppError('catalog.no_sizes', { message: 'for people', detail: 'for the log' }) }, 'refused');
  assert.match(JSON.stringify(lines), /for the log/);
});
