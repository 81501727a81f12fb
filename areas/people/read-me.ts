import type { Person, Prefs } from '#contract/people.ts';
import type { Ctx } from '#platform/area/context.ts';
import { notSignedIn } from './errors.ts';
import { findPerson, updatePerson } from './person.store.ts';

/** The id of who is asking. Throws when it is nobody. */
export function me(ctx: Ctx): string {
  if (ctx.actor.person_id === null) throw notSignedIn();
  return ctx.actor.person_id;
}

export async function readMe(ctx: Ctx): Promise<Person> {
  const person = await findPerson(ctx, me(ctx));
  if (!person) throw notSignedIn();
  return person;
}

/** Changes what is named and keeps the rest. */
export async function changeMe(
  ctx: Ctx,
  change: { name?: string | null | undefined; prefs?: Partial<Prefs> | undefined },
): Promise<Person> {
  const changed = await updatePerson(ctx, me(ctx), {
    ...(change.name === undefined ? {} : { name: change.name }),
    ...(change.prefs ? { prefs: change.prefs } : {}),
  });
  if (!changed) throw notSignedIn();
  return changed;
}
