import type { Generated } from 'kysely';

export type OutboxTables = {
  platform_events: { id: string; name: string; payload: unknown; occurred_at: string };
  platform_deliveries: {
    event_id: string;
    subscriber: string;
    attempts: Generated<number>;
    next_attempt_at: string;
    delivered_at: string | null;
    last_error: string | null;
  };
};
