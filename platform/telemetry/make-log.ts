import { pino, type DestinationStream } from 'pino';
import type { Config } from '#platform/config/config.ts';
import type { Log } from './log.ts';

/** Never in a log: who people are, what they measure, what opens their account. */
const personal = ['email', 'password', 'name', 'notes', 'access_token', 'refresh_token', 'secret', 'authorization', 'cookie', 'page_html'];

/** Makes the log: one JSON line an event, on standard output unless told otherwise. */
export function makeLog(config: Pick<Config, 'LOG_LEVEL' | 'ENVIRONMENT' | 'version'>, to?: DestinationStream): Log {
  const options = {
    level: config.LOG_LEVEL,
    base: { environment: config.ENVIRONMENT, version: config.version },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: [...personal, ...personal.map((field) => `*.${field}`)], censor: '[personal]' },
    serializers: { err: describeError },
  };
  return to ? pino(options, to) : pino(options);
}

/** Database errors carry the row's values in `detail` and `where`; those stay out. */
function describeError(error: Error & { code?: string; detail?: string }): object {
  const is_ours = error.name === 'AppError';
  return {
    type: error.name,
    code: error.code,
    message: error.message,
    detail: is_ours ? error.detail : undefined,
    stack: error.stack,
    cause: error.cause instanceof Error ? `${error.cause.name}: ${error.cause.message}` : undefined,
  };
}
