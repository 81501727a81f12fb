import type { Area } from '#platform/area/area.ts';
import { grant } from './grant-role.ts';
import { identify } from './sign-in/identify.ts';
import { sweep } from './jobs.ts';
import { read_import } from './bring-back/read-import.ts';
import { personal_data } from './privacy/personal-data.ts';
import { verifyReceipt } from './privacy/verify-receipt.ts';
import { countPeople } from './person.store.ts';
import { rotateSigningKey } from './sign-in/rotate-signing-key.ts';
import { people_bound } from './routes.ts';
import { signingKeys } from './sign-in/signing-keys.ts';

export { knowsApiKey } from './api-keys/api-key.store.ts';
export { actingFor } from './api-keys/api-keys.ts';
export { findIntegratorOf, listProfileOwners } from './api-keys/shopper.store.ts';
export { addWearers, findWearers, type Wearer, type Wearers } from './api-keys/shoppers.ts';
export { matchProfile } from './bring-back/bring-person.ts';
export { needsUserId } from './errors.ts';
export { listMyProfiles, myProfile } from './profiles/profiles.ts';
export { findSelfProfile, listProfilesOf } from './profiles/profile.store.ts';
export { isNobodyKnown, lockPersonShared } from './person.store.ts';
export { changeMe, me, readMe } from './read-me.ts';
export { actingAs } from './acting-as.ts';

export const people: Area = {
  name: 'people',
  migrations: new URL('migrations/', import.meta.url),
  routes: people_bound,
  jobs: [sweep, read_import],
  commands: [grant, rotateSigningKey, verifyReceipt],
  subscriptions: [],
  personal_data,
  identify,
  // A master key that is not the one shows here, before anybody is turned away.
  open: async (ctx) => void (await signingKeys(ctx)),
  measure: async (ctx) => {
    const counts = await countPeople(ctx);
    for (const [kind, count] of Object.entries(counts)) ctx.metrics.people_count.set({ kind }, count);
  },
};
