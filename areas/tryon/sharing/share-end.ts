import type { SessionRow, ShareRow } from '../tryon-tables.ts';

/** A link never outlives the look. */
export const endOf = (share: Pick<ShareRow, 'expires_at'>, { saved_at, expires_at }: Pick<SessionRow, 'saved_at' | 'expires_at'>): string =>
  saved_at === null && expires_at < share.expires_at ? expires_at : share.expires_at;
