import type { Readable } from 'node:stream';
import type { EventName, EventPayload } from '#contract/events.ts';
import type { Route } from '#contract/route.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type * as z from 'zod';
import type { Actor } from './actor.ts';
import type { Ctx, PersonalData, SavedThings } from './context.ts';

type Part<R, K extends string> = R extends { [key in K]: infer S extends z.ZodType } ? z.output<S> : undefined;

/** What a handler may touch beside its input: cookies and headers, for sign-in only. */
export interface Call<R extends Route = Route> {
  params: Part<R, 'params'>;
  query: Part<R, 'query'>;
  body: Part<R, 'body'>;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** An answer that is JSON text already, checked against the contract when it was made (hot cached reads). */
export class JsonText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** How long whoever has a file need not ask again, in seconds. */
const year_s = 31_536_000;

/** An answer that is a file, of the route's `media_type`. Unless it says otherwise it never changes under its address. */
export class FileAnswer {
  readonly etag: string;
  readonly content: Uint8Array;
  readonly max_age_s: number;
  constructor(etag: string, content: Uint8Array, max_age_s = year_s) {
    this.etag = etag;
    this.content = content;
    this.max_age_s = max_age_s;
  }
  get is_for_good(): boolean {
    return this.max_age_s >= year_s;
  }
}

/** An answer that is a file of one person: given on as it is decrypted, and kept by nobody between them and us. */
export class PrivateFile {
  readonly etag: string;
  readonly media_type: string;
  /** Called only when its content is wanted: whoever has it already costs nothing. */
  readonly open: () => Promise<Readable>;
  /** How long the browser that asked may keep it. */
  readonly max_age_s: number;
  constructor({ etag, media_type, open, max_age_s }: Pick<PrivateFile, 'etag' | 'media_type' | 'open' | 'max_age_s'>) {
    this.etag = etag;
    this.media_type = media_type;
    this.open = open;
    this.max_age_s = max_age_s;
  }
}

/** An answer that is handed to the asker's disk as it is made, and kept by nobody between. */
export class Download {
  readonly file_name: string;
  readonly media_type: string;
  readonly content: Readable;
  constructor({ file_name, media_type, content }: Pick<Download, 'file_name' | 'media_type' | 'content'>) {
    this.file_name = file_name;
    this.media_type = media_type;
    this.content = content;
  }
}

/** An answer that goes on: server-sent events, until the asker leaves or the server stops. */
export class EventStream {
  readonly events: (signal: AbortSignal) => AsyncIterable<{ event: string; data: Record<string, unknown> }>;
  constructor(events: EventStream['events']) {
    this.events = events;
  }
}

/** Where a browser that sent a form is led instead of an answer: an address of ours, from the root. */
export class SeeOther {
  readonly location: `/${string}`;
  constructor(location: `/${string}`) {
    this.location = location;
  }
}

export interface BoundRoute {
  route: Route;
  handle: (ctx: Ctx, call: Call<never>) => Promise<unknown>;
}

/** Binds a contract route to its use case; types flow from the schema. */
export function bind<const R extends Route>(
  route: R,
  handle: (
    ctx: Ctx,
    call: Call<R>,
  ) => Promise<z.input<R['response']> | JsonText | FileAnswer | PrivateFile | Download | EventStream | SeeOther>,
): BoundRoute {
  return { route, handle: handle };
}

export interface Job<T> {
  name: string;
  payload: z.ZodType<T>;
  /** pg-boss retries: how often, first delay and whether it doubles. */
  retry_limit: number;
  retry_delay_s: number;
  /** How long a run takes at most; one whose process died is tried again after this, else after 15 minutes. */
  longest_s?: number;
  /** At most one waits or runs for each `singleton_key`; then every enqueue must give one. */
  is_unique?: boolean;
  /** At most one waits for each `singleton_key`, whatever runs; then every enqueue must give one. */
  waits_once?: boolean;
  /** Somebody waits for it: the queue is looked at twice a second instead of every two seconds. */
  is_prompt?: boolean;
  /** How many run at once in a process; one when absent. */
  at_once?: number;
  /** Standard five-field cron in UTC, when it also runs by itself. */
  cron?: string;
  /** Must be idempotent: a crash between doing and acknowledging runs it again. */
  run: (ctx: Ctx, payload: T) => Promise<void>;
}

/** A job of any payload, as the list of an area holds it. */
export type AnyJob = Omit<Job<never>, 'payload'> & { payload: z.ZodType };

/** Declares a job, keeping its payload type between who enqueues and who runs. */
export const job = <T>(declared: Job<T>): Job<T> => declared;

export interface Command {
  name: string;
  usage: string;
  summary: string;
  run: (ctx: Ctx, args: string[]) => Promise<string>;
}

export interface Subscription<N extends EventName = EventName> {
  event: N;
  /** Unique over all areas: `fit.forget-erased`. */
  name: string;
  /** Runs in the transaction that marks the delivery done; must still be idempotent. */
  handle: (ctx: Ctx, payload: EventPayload<N>, event_id: string) => Promise<void>;
}

export const subscribe = <N extends EventName>(declared: Subscription<N>): Subscription => declared;

/** A request at the door. */
export interface Visit {
  request: FastifyRequest;
  reply: FastifyReply;
  /** True when a token's signature is enough. */
  is_light: boolean;
}

export interface Area {
  name: string;
  /** Folder of NNNN-name.sql files. */
  migrations: URL;
  routes: readonly BoundRoute[];
  jobs: readonly AnyJob[];
  commands: readonly Command[];
  subscriptions: readonly Subscription[];
  personal_data: PersonalData | null;
  /** What of it can be put aside for later. */
  saved_things?: SavedThings;
  /** Sets the area's gauges; called when /metrics is read, at most every 15 s. */
  measure?: (ctx: Ctx) => Promise<void>;
  /** Runs once when the platform is open, before anybody is served; may refuse with a StartError. */
  open?: (ctx: Ctx) => Promise<void>;
  /** Exactly one area answers who is asking; null for a token that has ended or is not ours. */
  identify?: (ctx: Ctx, visit: Visit) => Promise<Actor | null> | Actor;
}
