import type { FastifyBaseLogger } from 'fastify';

/** Structured JSON lines; never personal data (see redact list in make-log.ts). */
export type Log = FastifyBaseLogger;
