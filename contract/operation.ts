import * as z from 'zod';
import { route } from './route.ts';
import { id, listOf, pageQuery, time } from './values.ts';

const area = 'operation';
const state = z.enum(['healthy', 'degraded', 'unhealthy', 'disabled', 'not_trained']);

export const health = z.object({
  status: state,
  timestamp: time,
  version: z.string(),
  environment: z.string(),
  checks: z.object({ database: state, cache: state, queue: state, storage: state, models: state }),
});
export type Health = z.infer<typeof health>;

const auditEntry = z.object({
  seq: z.int(),
  at: time,
  actor_id: id.nullable(),
  action: z.string(),
  subject: z.string(),
  hash: z.string(),
});
const failedJob = z.object({ id, name: z.string(), failed_at: time, attempts: z.int(), reason: z.string() });

export const operation_routes = {
  readHealth: route({
    method: 'GET',
    path: '/health',
    area,
    access: 'public',
    cost: 'free',
    summary: 'How the server is',
    status: 200,
    response: health,
    errors: [],
  }),
  readHealthV1: route({
    method: 'GET',
    path: '/v1/health',
    area,
    access: 'public',
    cost: 'free',
    summary: 'How the server is (same answer)',
    status: 200,
    response: health,
    errors: [],
  }),
  readReady: route({
    method: 'GET',
    path: '/health/ready',
    area,
    access: 'public',
    cost: 'free',
    summary: 'Whether this process can take requests; 503 when not',
    status: 200,
    response: z.object({ ready: z.literal(true) }),
    errors: ['platform.database_unavailable', 'platform.stopping'],
  }),
  listAudit: route({
    method: 'GET',
    path: '/v1/audit',
    area,
    access: 'operator',
    cost: 'read',
    scope: 'operate',
    summary: 'What was done by whom, newest first; `toile verify-audit` tells whether the chain is whole',
    query: pageQuery.extend({ cursor: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional() }),
    status: 200,
    response: listOf('entries', auditEntry),
    errors: [],
  }),
  listFailedJobs: route({
    method: 'GET',
    path: '/v1/jobs/failed',
    area,
    access: 'operator',
    cost: 'read',
    scope: 'operate',
    summary: 'Jobs that gave up after their last attempt',
    status: 200,
    response: listOf('jobs', failedJob),
    errors: [],
  }),
} as const;
