import { pino } from 'pino';
import type { Log } from '#platform/telemetry/log.ts';

/** Says nothing: what a test wants to know, it asserts. */
export const quietLog: Log = pino({ level: 'silent' });
