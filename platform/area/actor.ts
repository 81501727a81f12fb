import type { Scope } from '#contract/route.ts';

/** Who is asking, as the area that owns people told us. */
export interface Actor {
  /** null: nobody in particular (no token). */
  person_id: string | null;
  role: 'shopper' | 'boutique' | 'operator';
  /** False while anonymous. */
  has_account: boolean;
  via: 'nothing' | 'cookie' | 'token' | 'api_key' | 'system';
  /** The browser session or refresh family behind the request. */
  session_id: string | null;
  api_key: { id: string; scopes: readonly Scope[]; rate_limit_per_minute: number } | null;
}

export const nobody: Actor = { person_id: null, role: 'shopper', has_account: false, via: 'nothing', session_id: null, api_key: null };

/** The server itself: jobs, subscriptions and commands act as this. */
export const system_actor: Actor = { ...nobody, role: 'operator', via: 'system' };
