import type { SavedLook } from '#contract/saved.ts';
import { me } from '#areas/people/index.ts';
import type { Ctx, SavedThings } from '#platform/area/context.ts';
import { saveLook, unsaveLook } from './sessions/change-session.ts';
import { presentSessions } from './sessions/present-session.ts';
import { listSavedOf } from './sessions/session.store.ts';

/** Looks among what somebody put aside for later. */
export const saved_looks: SavedThings = {
  kind: 'look',
  keep: saveLook,
  leave: unsaveLook,
  show: async (ctx: Ctx, ids: readonly string[]) => {
    const sessions = await presentSessions(ctx, await listSavedOf(ctx, me(ctx), ids));
    return new Map(
      sessions.map(({ session_id, render_url, items, boutique, confidence }): [string, SavedLook] => [
        session_id,
        { render_url, items, confidence, ...(boutique ? { boutique } : {}) },
      ]),
    );
  },
};
