import type { WebhookDelivery, WebhookEndpoint, WebhookType } from '#contract/webhooks.ts';

/** The tables of webhooks. */
export type WebhookTables = {
  inbox_webhook_endpoints: Omit<WebhookEndpoint, 'is_paused'> & {
    event_types: WebhookType[];
    wrapped_secret: Buffer;
    wrapped_old_secret: Buffer | null;
  };
  inbox_webhook_deliveries: WebhookDelivery & {
    endpoint_id: string;
    event_id: string | null;
    subject_id: string | null;
    person_id: string | null;
    occurred_at: string;
  };
};

export type EndpointRow = WebhookTables['inbox_webhook_endpoints'];
export type DeliveryRow = WebhookTables['inbox_webhook_deliveries'];
