import { insight_routes } from '#contract/insight.ts';
import { bind, type Area } from '#platform/area/area.ts';
import { countInteractions } from './interaction.store.ts';
import { note_fitting } from './note-fitting.ts';
import { note_purchase } from './note-purchase.ts';
import { personal_data } from './personal-data.ts';
import { recordInteraction } from './record-interaction.ts';

/** The log of what people do with products: see README.md. */
export const insight: Area = {
  name: 'insight',
  migrations: new URL('migrations/', import.meta.url),
  routes: [
    bind(insight_routes.recordInteraction, async (ctx, { body }) => {
      await recordInteraction(ctx, body);
      return { status: 'success' as const };
    }),
  ],
  jobs: [],
  commands: [],
  subscriptions: [note_fitting, note_purchase],
  personal_data,
  measure: async (ctx) => ctx.metrics.interactions_count.set(await countInteractions(ctx)),
};

export { deleteInvented } from './interaction.store.ts';
export { recordInteractions, type InventedInteraction } from './invented.ts';
