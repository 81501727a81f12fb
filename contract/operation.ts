import * as z from 'zod';
import { route } from './route.ts';
import { done, id, listOf, pageQuery, time, withId } from './values.ts';

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

export const host = z.object({
  host: z.string(),
  state: z.enum(['closed', 'open', 'half_open']).meta({
    description: 'The breaker: `closed` visits as usual, `open` leaves the host alone, `half_open` waits for the one visit that decides',
  }),
  is_paused: z.boolean().meta({ description: 'An operator keeps everybody away' }),
  is_visited_now: z.boolean(),
  failures: z.int().meta({ description: 'In a row' }),
  closed_until: time.nullable(),
  rest_reason: z.enum(['failures', 'asked']).nullable().meta({ description: '`asked`: the host sent Retry-After' }),
  next_visit_at: time,
  crawl_delay_s: z.number().nullable(),
  last_visit_at: time.nullable(),
  last_answer_at: time.nullable(),
  last_outcome: z.enum(['answered', 'failed', 'forbidden']).nullable(),
  last_status: z.int().nullable(),
  visits: z.int(),
  failed_visits: z.int(),
  robots_read_at: time.nullable(),
  is_robots_had: z.boolean().nullable().meta({ description: 'False: robots.txt could not be had, which forbids everything' }),
});
export type Host = z.infer<typeof host>;
const withHost = z.object({ host: z.string().min(1).max(255) });

const queueFigures = z.object({
  name: z.string(),
  waiting: z.int(),
  later: z.int(),
  active: z.int(),
  failed: z.int().meta({ description: 'Gave up; see /v1/jobs/failed' }),
  oldest_age_s: z.number().meta({ description: 'Of the oldest that should have run' }),
});
export type QueueFigures = z.infer<typeof queueFigures>;

/** What all routes of operators have in common. */
const operators = { area, access: 'operator', scope: 'operate', status: 200 } as const;

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
  retryFailedJob: route({
    ...operators,
    method: 'POST',
    path: '/v1/jobs/failed/{id}/retry',
    cost: 'write',
    summary: 'Hand a job in again that gave up',
    params: withId,
    response: done,
    errors: ['request.not_found'],
  }),
  dropFailedJob: route({
    ...operators,
    method: 'DELETE',
    path: '/v1/jobs/failed/{id}',
    cost: 'write',
    summary: 'Forget a job that gave up',
    params: withId,
    response: done,
    errors: ['request.not_found'],
  }),
  readQueue: route({
    ...operators,
    method: 'GET',
    path: '/v1/operator/queue',
    cost: 'read',
    summary: 'How many jobs wait, run and gave up, by name',
    response: listOf('jobs', queueFigures),
    errors: [],
  }),
  listHosts: route({
    ...operators,
    method: 'GET',
    path: '/v1/operator/hosts',
    cost: 'read',
    summary: 'The hosts that Toile visits, and how they do',
    query: pageQuery,
    response: listOf('hosts', host),
    errors: [],
  }),
  tryHostNow: route({
    ...operators,
    method: 'POST',
    path: '/v1/operator/hosts/{host}/try-now',
    cost: 'write',
    summary: 'End the rest of a host; the next visit decides',
    params: withHost,
    response: host,
    errors: ['request.not_found'],
  }),
  pauseHost: route({
    ...operators,
    method: 'POST',
    path: '/v1/operator/hosts/{host}/pause',
    cost: 'write',
    summary: 'Keep everybody away from a host',
    params: withHost,
    response: host,
    errors: ['request.not_found'],
  }),
  resumeHost: route({
    ...operators,
    method: 'POST',
    path: '/v1/operator/hosts/{host}/resume',
    cost: 'write',
    summary: 'Let visits to a paused host go on',
    params: withHost,
    response: host,
    errors: ['request.not_found'],
  }),
} as const;
