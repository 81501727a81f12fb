import type { Person, SignedIn } from '#contract/people.ts';
import type { Ctx } from '#platform/area/context.ts';
import { newId } from '#platform/ids/new-id.ts';
import { access_token_s, makeAccessToken } from './access-token.ts';
import { hashSecret, newSecret } from './secrets.ts';
import { insertRefreshToken, insertSession } from './session.store.ts';

/** A browser that stays away longer is asked to sign in again; an anonymous one is forgotten. */
export const browser_session_s = 90 * 86_400;
const refresh_family_s = 60 * 86_400;
const user_agent_max = 200;

export interface Visit {
  /** True for our own pages: a cookie instead of tokens. */
  wants_cookie: boolean;
  user_agent: string;
}

/** What to tell the caller, and the cookie's secret when there is one. */
export interface StartedSession {
  answer: SignedIn;
  cookie_secret: string | null;
}

/** Opens a session for a person: a cookie for browsers, a token pair for programs. */
export async function startSession(tx: Ctx, person: Person, { wants_cookie, user_agent }: Visit): Promise<StartedSession> {
  const now = tx.clock.now();
  const session_id = newId();
  const secret = wants_cookie ? newSecret('') : null;
  const lifetime_s = wants_cookie ? browser_session_s : refresh_family_s;
  await insertSession(tx, {
    id: session_id,
    person_id: person.id,
    kind: wants_cookie ? 'browser' : 'token',
    secret_hash: secret === null ? null : hashSecret(secret),
    user_agent: user_agent.slice(0, user_agent_max),
    created_at: now.toISOString(),
    last_used_at: now.toISOString(),
    expires_at: new Date(now.getTime() + lifetime_s * 1000).toISOString(),
  });
  if (secret !== null) return { answer: { expires_in: browser_session_s, person }, cookie_secret: secret };
  return { answer: await issueTokens(tx, person, session_id), cookie_secret: null };
}

/** Makes the next pair of a family. */
export async function issueTokens(tx: Ctx, person: Person, session_id: string): Promise<SignedIn> {
  const refresh_token = newSecret('tr_');
  await insertRefreshToken(tx, {
    token_hash: hashSecret(refresh_token),
    session_id,
    created_at: tx.clock.now().toISOString(),
    used_at: null,
  });
  const access_token = await makeAccessToken(tx, { person_id: person.id, session_id });
  return { access_token, refresh_token, expires_in: access_token_s, person };
}
