import { nobody } from '#platform/area/actor.ts';
import type { Ctx } from '#platform/area/context.ts';

/** The ctx in which the server does for a person what only they may: from a job, or for whoever holds a link that was signed for them. */
export const actingAs = (ctx: Ctx, person_id: string): Ctx => ({ ...ctx, actor: { ...nobody, person_id } });
