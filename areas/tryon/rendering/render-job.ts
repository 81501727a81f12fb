import * as z from 'zod';
import { job } from '#platform/area/area.ts';
import { chooseRenderers } from '../renderers/choose-renderers.ts';
import { renderSession } from './render-session.ts';

/** Makes the look of a session. Whatever ends it in between, it is made once. */
export const render_job = job<{ session_id: string }>({
  name: 'tryon.render',
  payload: z.object({ session_id: z.uuid() }),
  retry_limit: 6,
  retry_delay_s: 3,
  // Two outside renderers may each take 40 s to no end, and ours must still have its time: 15 s in line and 45 s at work.
  longest_s: 180,
  waits_once: true,
  is_prompt: true,
  // Threads stand in line by themselves; while one draws, another reads its pictures, and others wait for somebody else's model.
  at_once: 4,
  run: (ctx, { session_id }) => renderSession(ctx, session_id, chooseRenderers),
});
