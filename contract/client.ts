import type * as z from 'zod';
import type { ErrorBody } from './error.ts';
import type { Routes } from './routes.ts';

type Every = Routes[keyof Routes];
/** A route as the client names it: `POST /v1/tryon/start`. */
type KeyOf<R extends Every> = `${R['method']} ${R['path']}`;
type ByKey = { [R in Every as KeyOf<R>]: R };
export type RouteKey = keyof ByKey;
type Input<R, F extends string> = R extends { [key in F]: infer S extends z.ZodType } ? { [key in F]: z.input<S> } : unknown;
/** A query in which nothing must be given may be left out. */
type QueryInput<R> = R extends { query: infer S extends z.ZodType }
  ? Partial<z.input<S>> extends z.input<S>
    ? { query?: z.input<S> }
    : { query: z.input<S> }
  : unknown;
/** Looked up rather than worked out for each call: over all routes at once it would be too much for the compiler. */
type Inputs = { [K in RouteKey]: Input<ByKey[K], 'params'> & QueryInput<ByKey[K]> & Input<ByKey[K], 'body'> & Sending };
interface Sending {
  signal?: AbortSignal;
  /** Where the route takes one: asked again with the same, it is done once. */
  idempotency_key?: string;
}
export type CallInput<K extends RouteKey> = Inputs[K];
export type CallOutput<K extends RouteKey> = z.output<ByKey[K]['response']>;

/** An answer that was not the one asked for; `message` says what to do next. */
export class ApiError extends Error {
  readonly status: number;
  readonly body: ErrorBody['error'];
  constructor(status: number, body: ErrorBody['error']) {
    super(body.message);
    this.status = status;
    this.body = body;
  }
}

/** The part of `fetch` that a client needs. */
export type Send = (url: string, init?: RequestInit) => Promise<Response>;

interface ClientOptions {
  base_url: string;
  headers?: () => Record<string, string>;
  fetch?: Send;
}

/** Something between us and the server answered in its place. */
const notOurs = (status: number): ErrorBody['error'] => ({
  code: 'platform.internal',
  message: `Toile could not be reached (${status}). Check the connection and try again.`,
  request_id: '',
  timestamp: new Date().toISOString(),
});

/** Makes a typed client: no schema reaches the browser, only types do. Throws ApiError, or what fetch throws. */
export function createClient({ base_url, headers = () => ({}), fetch: send = fetch }: ClientOptions) {
  return async function call<K extends RouteKey>(key: K, input: CallInput<K>): Promise<CallOutput<K>> {
    const [method, path] = key.split(' ') as [string, string];
    const { params, query, body, signal, idempotency_key } = input as Sending & {
      params?: Record<string, string>;
      query?: Record<string, unknown>;
      body?: unknown;
    };
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params?.[name] ?? ''));
    const search = query ? `?${searchOf(query)}` : '';
    const response = await send(`${base_url}${filled}${search}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(idempotency_key === undefined ? {} : { 'idempotency-key': idempotency_key }),
        ...headers(),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
    const answer = (await response.json().catch(() => undefined)) as CallOutput<K> | ErrorBody | undefined;
    if (response.ok && answer !== undefined) return answer as CallOutput<K>;
    throw new ApiError(response.status, (answer as ErrorBody | undefined)?.error ?? notOurs(response.status));
  };
}

type Plain = string | number | boolean | undefined;

/** A list is given by repeating its name; what is undefined is left out. */
const searchOf = (query: object): string =>
  new URLSearchParams(
    Object.entries(query as Record<string, Plain | readonly Plain[]>).flatMap(([name, value]) =>
      [value]
        .flat()
        .filter((one): one is Exclude<Plain, undefined> => one !== undefined)
        .map((one): [string, string] => [name, String(one)]),
    ),
  ).toString();

export type Client = ReturnType<typeof createClient>;
