import type * as z from 'zod';
import type { ErrorCode } from './error-codes.ts';

/**
 * Who may call a route, from everybody to few.
 * `public`: nobody needs to be known. `person`: any token or cookie, an anonymous shopper too.
 * `account`: signed up. `boutique`: staff of a boutique, or an operator. `operator`: runs the server.
 */
export type Access = 'public' | 'person' | 'account' | 'boutique' | 'operator';

/** What a call costs us, which decides its rate limit (see docs/SETTINGS.md). `browse`: reads of the shop window, five for each other read.
 * `upload`: one's own wardrobe, which is photographed in one go; ten for each other read. */
export type Cost = 'free' | 'browse' | 'upload' | 'read' | 'write' | 'log_in' | 'create_session';

/** What an API key may be allowed to do. */
export type Scope = 'catalog:read' | 'fit' | 'act_for' | 'operate';

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: `/${string}`;
  area: string;
  summary: string;
  access: Access;
  cost: Cost;
  /** True when the limit counts by address even for those who carry a token. */
  is_limited_by_address?: boolean;
  /** Scope that an API key needs; without one, API keys are refused. */
  scope?: Scope;
  /** True when the path or body names a thing of one person: everybody else gets "not found". */
  is_owned?: boolean;
  /** True when the asker's browser may keep the answer and ask whether it still holds (`ETag`); nobody else's may. */
  is_kept_by_asker?: boolean;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  /** True when a browser’s form may be sent here too; then no cookie counts, so that no other site gains by sending one. */
  takes_form?: boolean;
  /** Names that come as lists, where multipart/form-data may be sent too; other fields are JSON where they read as such, files are files. */
  takes_multipart?: readonly string[];
  /** Largest body in bytes; 64 KiB when absent. */
  body_max_bytes?: number;
  status: 200 | 201 | 202 | 204;
  /** What the answer is when it is not JSON; `response` then says nothing. */
  media_type?: string;
  response: z.ZodType;
  errors: readonly ErrorCode[];
}

/** Declares a route, keeping its literal types for the client and the server. */
export const route = <const R extends Route>(declared: R): R => declared;
