import type { ErrorCode } from './error-codes.ts';
import type { Route } from './route.ts';

/** Any route may meet these. */
const common: readonly ErrorCode[] = [
  'request.invalid',
  'request.too_many',
  'request.not_found',
  'platform.database_unavailable',
  'platform.stopping',
  'platform.internal',
];
const with_body: readonly ErrorCode[] = ['request.bad_json', 'request.too_large', 'request.unsupported_type'];
const of_writes: readonly ErrorCode[] = ['request.cross_site', 'platform.conflict', 'platform.disk_full'];

/** Lists every error that a route may answer with: its own, and those that follow from who may call it and how. */
export function answersOf(route: Route): ErrorCode[] {
  const { access, method, body, errors } = route;
  return [
    ...new Set<ErrorCode>([
      ...errors,
      // A token that has ended, and an API key in the wrong place, are refused everywhere but where nobody is asked.
      ...(route.cost === 'free' || route.takes_form ? [] : (['people.not_signed_in', 'people.not_allowed'] as const)),
      ...(access === 'account' ? ['people.account_needed' as const] : []),
      ...common,
      ...(body ? with_body : []),
      ...(method === 'GET' ? ['platform.disk_full' as const] : of_writes),
    ]),
  ];
}
