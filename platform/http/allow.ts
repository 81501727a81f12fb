import type { FastifyRequest } from 'fastify';
import type { Access, Route } from '#contract/route.ts';
import type { Actor } from '#platform/area/actor.ts';
import { AppError } from '#platform/errors/app-error.ts';

/** Lets an actor through a route's door, or throws. Whose things they are is decided inside, by each use case. */
export function allow(route: Pick<Route, 'access' | 'scope'>, actor: Actor): void {
  if (actor.via === 'api_key') return allowKey(route, actor);
  if (refused[route.access](actor)) throw actor.person_id === null ? notSignedIn() : notAllowed(route.access);
}

const refused: Record<Access, (actor: Actor) => boolean> = {
  public: () => false,
  person: (actor) => actor.person_id === null,
  account: (actor) => !actor.has_account,
  boutique: (actor) => !actor.has_account || actor.role === 'shopper',
  operator: (actor) => !actor.has_account || actor.role !== 'operator',
};

function allowKey({ access, scope }: Pick<Route, 'access' | 'scope'>, actor: Actor): void {
  if (scope ? actor.api_key?.scopes.includes(scope) : access === 'public') return;
  throw new AppError('people.not_allowed', {
    message: scope
      ? `This API key lacks the scope ${scope}. Ask the operator for a key that has it.`
      : 'API keys cannot be used here. Sign in instead.',
  });
}

/** Refuses a token that was shown and is not, or no longer, ours: nobody should act anonymously without noticing. */
export function refuseDeadToken(): never {
  throw new AppError('people.not_signed_in', {
    message: 'Your sign-in has ended. Sign in again, or start without an account through POST /v1/auth/anonymous.',
  });
}

const notSignedIn = (): AppError =>
  new AppError('people.not_signed_in', { message: 'Sign in first, or start without an account through POST /v1/auth/anonymous.' });

function notAllowed(access: Access): AppError {
  if (access === 'account') return new AppError('people.account_needed', { message: 'Sign up first; what you did so far is kept.' });
  return new AppError('people.not_allowed', {
    message: 'This is for the people who run this server. Ask one of them to give you the role.',
  });
}

/** Header that our own pages send; another site cannot, without a CORS permission that we never give for cookies. */
export const client_header = 'x-toile-client';
const safe_methods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** True when a browser asks to be known by cookie rather than by token. */
export const wantsCookie = (request: FastifyRequest): boolean => request.headers[client_header] === 'web';

/**
 * Refuses writes that a browser may have been tricked into. A cookie counts only with our header,
 * and neither the Origin nor Sec-Fetch-Site may name another site.
 */
export function refuseCrossSite(request: FastifyRequest, actor: Actor, public_url: string): void {
  if (safe_methods.has(request.method)) return;
  const by_cookie = actor.via === 'cookie';
  if (!by_cookie && !wantsCookie(request)) return;
  const { origin, host } = request.headers;
  const fetch_site = request.headers['sec-fetch-site'];
  const is_ours = origin === undefined || origin === new URL(public_url).origin || originHost(origin) === host;
  const is_same = fetch_site === undefined || fetch_site === 'same-origin' || fetch_site === 'none';
  if (wantsCookie(request) && is_ours && is_same) return;
  throw new AppError('request.cross_site', { message: 'This came from another site. Open Toile itself and try again there.' });
}

const originHost = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined);
