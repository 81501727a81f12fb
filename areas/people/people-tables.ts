import type { DataImport, ImportProblem, ImportResult } from '#contract/imports.ts';
import type { Person, Prefs, Profile } from '#contract/people.ts';
import type { Scope } from '#contract/route.ts';

/** An Ed25519 public key as RFC 8037 writes it. */
export interface PublicJwk {
  kid: string;
  kty: string;
  crv: string;
  x: string;
  alg: string;
  use: string;
}

/** The tables of this area. Times are ISO text, as everywhere. */
export type PeopleTables = {
  people_persons: {
    id: string;
    name: string | null;
    email: string | null;
    password_hash: string | null;
    role: Person['role'];
    prefs: Prefs;
    created_at: string;
    last_login: string | null;
  };
  people_profiles: Profile & { person_id: string };
  people_sessions: {
    id: string;
    person_id: string;
    kind: 'browser' | 'token';
    secret_hash: Buffer | null;
    user_agent: string;
    created_at: string;
    last_used_at: string;
    expires_at: string;
  };
  people_refresh_tokens: { token_hash: Buffer; session_id: string; created_at: string; used_at: string | null };
  people_api_keys: {
    id: string;
    name: string;
    secret_hash: Buffer;
    scopes: Scope[];
    rate_limit_per_minute: number;
    created_by: string | null;
    created_at: string;
    last_used_at: string | null;
  };
  people_integrator_shoppers: { api_key_id: string; external_id: string; person_id: string };
  people_signing_keys: { kid: string; public_jwk: PublicJwk; wrapped_private_key: Buffer; created_at: string };
  people_imports: {
    id: string;
    person_id: string;
    upload_id: string;
    state: DataImport['state'];
    problem: ImportProblem | null;
    steps: number | null;
    steps_done: number;
    result: ImportResult;
    attempts: number;
    created_at: string;
    touched_at: string;
  };
  people_log_in_counts: { client_hash: Buffer; minute: string; count: number };
};
