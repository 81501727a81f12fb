import * as z from 'zod';
import { people_routes, person, prefs, sizing, type Prefs } from '#contract/people.ts';
import type { BringBack, Brought, Ctx, KeptData, Restore } from '#platform/area/context.ts';
import { newId } from '#platform/ids/new-id.ts';
import { findPerson, first_prefs, saidPrefs, updatePerson } from '../person.store.ts';
import { findSelfProfile, insertProfile, listProfilesOf, updateProfile } from '../profiles/profile.store.ts';
import { profiles_max } from '../profiles/profiles.ts';
import { me } from '../read-me.ts';

const kept_people = z.object({ person: z.unknown(), profiles: z.array(z.unknown()).catch([]) });
const keptPerson = z.object({
  name: people_routes.changeMe.body.shape.name.catch(null),
  prefs: prefs.partial().catch({}),
  is_locale_chosen: person.shape.is_locale_chosen.catch(false),
  are_units_chosen: person.shape.are_units_chosen.catch(false),
  is_theme_chosen: person.shape.is_theme_chosen.catch(false),
});
const keptProfile = z.object({
  id: z.uuid(),
  name: people_routes.addProfile.body.shape.name,
  is_self: z.boolean(),
  sizing: sizing.nullable().catch(null),
});
type KeptProfile = z.output<typeof keptProfile>;

/** The person's own words where nothing was said here, and the people whose sizes they keep. */
export const restore: Restore = {
  takes: ['person', 'profiles'],
  steps: (kept) => {
    const { success, data } = kept_people.safeParse(kept.of('people'));
    if (!success) return [];
    return [bringPrefs(data.person), ...profilesIn(kept).map(bringProfile), ...unreadable(data.profiles)];
  },
};

/** The profiles of a zip that can be read. */
function profilesIn(kept: KeptData): KeptProfile[] {
  const { data } = kept_people.safeParse(kept.of('people'));
  return (data?.profiles ?? []).flatMap((one) => keptProfile.safeParse(one).data ?? []);
}

const unreadable = (rows: readonly unknown[]): BringBack[] =>
  rows
    .filter((one) => !keptProfile.safeParse(one).success)
    .map(() => step('profiles', () => Promise.resolve([{ kind: 'profiles', outcome: 'skipped', reason: 'unreadable' }])));

const step = (kind: BringBack['kind'], take: (tx: Ctx) => Promise<Brought[]>): BringBack => ({ kind, bring: () => Promise.resolve(take) });

/** What everybody begins with was not said: it would hide what is said of it here later. */
const bringPrefs = (row: unknown): BringBack =>
  step('preferences', async (tx) => {
    const { success, data } = keptPerson.safeParse(row);
    if (!success) return [{ kind: 'preferences', outcome: 'skipped', reason: 'unreadable' }];
    const [here, said_here] = [await findPerson(tx, me(tx)), await saidPrefs(tx, me(tx))];
    const said = Object.entries(data.prefs).filter(([name, value]) => wasSaid(data, name as keyof Prefs, value));
    const missing = Object.fromEntries(said.filter(([name]) => !(name in said_here)).filter(isAllowed)) as Partial<Prefs>;
    const name = here?.name === null ? (data.name ?? null) : null;
    await updatePerson(tx, me(tx), { ...(name === null ? {} : { name }), prefs: missing });
    const added = Object.keys(missing).length + Number(name !== null);
    return [
      { kind: 'preferences', outcome: 'added', count: added },
      { kind: 'preferences', outcome: 'known', count: said.filter(([key]) => key in said_here).length },
    ];
  });

const chosen = { locale: 'is_locale_chosen', units: 'are_units_chosen', theme: 'is_theme_chosen' } as const;

function wasSaid(kept: z.output<typeof keptPerson>, name: keyof Prefs, value: unknown): boolean {
  if (name in chosen) return kept[chosen[name as keyof typeof chosen]];
  return JSON.stringify(value) !== JSON.stringify(first_prefs[name]);
}

/** Only what may be chosen today: an older choice would come in by the back door. */
const isAllowed = ([name, value]: [string, unknown]): boolean =>
  people_routes.changeMe.body.shape.prefs.unwrap().safeParse({ [name]: value }).success;

const bringProfile = (kept: KeptProfile): BringBack =>
  step('profiles', async (tx) => {
    const person_id = me(tx);
    if (kept.is_self) return bringSizing(tx, kept);
    if ((await findSame(tx, kept)) !== undefined) return [{ kind: 'profiles', outcome: 'known' }];
    if ((await listProfilesOf(tx, person_id)).length >= profiles_max) return [{ kind: 'profiles', outcome: 'skipped', reason: 'full' }];
    const { name, sizing: charts } = kept;
    await insertProfile(tx, { id: newId(), person_id, name, is_self: false, sizing: charts, created_at: tx.clock.now().toISOString() });
    return [{ kind: 'profiles', outcome: 'added' }];
  });

/** Nobody's own profile is added; which charts they buy from is, where it was not said. */
async function bringSizing(tx: Ctx, { sizing: charts }: KeptProfile): Promise<Brought[]> {
  const own = await findSelfProfile(tx, me(tx));
  if (own.sizing === null && charts !== null) await updateProfile(tx, me(tx), own.id, { sizing: charts });
  return [{ kind: 'profiles', outcome: 'known' }];
}

/** By its id, where it was given; else by its name. */
async function findSame(ctx: Ctx, { id, name, is_self }: KeptProfile): Promise<string | undefined> {
  const here = await listProfilesOf(ctx, me(ctx));
  if (is_self) return here.find((one) => one.is_self)?.id;
  const others = here.filter((one) => !one.is_self);
  const same = others.find((one) => one.id === id) ?? others.find((one) => one.name.toLowerCase() === name.toLowerCase());
  return same?.id;
}

/** Finds the profile here that one in a zip has become; undefined: it was left out. The caller is its owner. */
export async function matchProfile(ctx: Ctx, kept: KeptData, profile_id: string): Promise<string | undefined> {
  const found = profilesIn(kept).find(({ id }) => id === profile_id);
  return found && findSame(ctx, found);
}
