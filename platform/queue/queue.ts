import type { PgBoss } from 'pg-boss';

/** Jobs on the database: see enqueue.ts for handing one in. */
export interface Queue {
  boss: PgBoss;
}

/** Jobs that gave up land here, visible to the operator. */
export const dead_letter = 'dead-letter';
