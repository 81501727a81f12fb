import type { BroughtKind, SkipReason } from '#contract/imports.ts';
import type { SavedKind, SavedLook } from '#contract/saved.ts';
import type { Cache } from '#platform/cache/cache.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Config } from '#platform/config/config.ts';
import type { MasterKey } from '#platform/crypto/master-key.ts';
import type { Database } from '#platform/db/database.ts';
import type { Flags } from '#platform/flags/flags.ts';
import type { Live } from '#platform/live/live.ts';
import type { Mail } from '#platform/mail/mail.ts';
import type { Outbound } from '#platform/outbound/outbound.ts';
import type { Queue } from '#platform/queue/queue.ts';
import type { Storage } from '#platform/storage/storage.ts';
import type { Log } from '#platform/telemetry/log.ts';
import type { Metrics } from '#platform/telemetry/metrics.ts';
import type { Workers } from '#platform/workers/workers.ts';
import type { Actor } from './actor.ts';

/** What the platform lends to every area; made once at start. */
export interface Ports {
  config: Config;
  cache: Cache;
  /** A cache that never leaves this process: for keys, tokens and what is no plain JSON. */
  memory: Cache;
  clock: Clock;
  flags: Flags;
  mail: Mail;
  outbound: Outbound;
  live: Live;
  queue: Queue;
  workers: Workers;
  storage: Storage;
  metrics: Metrics;
  /** Who listens to which event; filled from the areas at start. */
  subscribers: ReadonlyMap<string, readonly string[]>;
  /** Each area's way with what it holds of one person, in the order of the areas; filled at start. */
  personal_data: ReadonlyMap<string, PersonalData>;
  /** How things of an area above are put aside; filled from the areas at start. */
  saved_things: ReadonlyMap<SavedKind, SavedThings>;
  keys: MasterKey;
}

/** What a use case gets. A transaction is a new ctx (see inTransaction), never hidden. */
export interface Ctx extends Ports {
  db: Database;
  actor: Actor;
  log: Log;
  signal: AbortSignal;
  request_id: string;
  /** On reads that everybody may make the session behind a token is not looked up; this does it. Throws `people.not_signed_in`. */
  checkActor: () => Promise<Actor>;
}

/** A file that an area keeps of a person, as it goes out with everything of theirs. */
export interface PersonalFile {
  /** Where it lies in the download: `pictures/{id}/original.jpg` */
  path: string;
  /** Reads it, decrypted, outside the transaction that listed it; undefined when it went meanwhile. */
  read: (ctx: Ctx) => Promise<Buffer | undefined>;
}

/** What lies in a zip of somebody's data, as `export` and `files` once gave it. Anybody may have written it: nothing is believed unchecked. */
export interface KeptData {
  /** What the `export` of an area gave. */
  of: (area: string) => unknown;
  has: (path: string) => boolean;
  /** Reads a file; undefined: not there, damaged, or larger than `bytes_max`. */
  read: (path: string, bytes_max: number) => Promise<Buffer | undefined>;
}

/** What came of things that were to be brought back; one without a count. */
export type Brought = { kind: BroughtKind; count?: number } & ({ outcome: 'added' | 'known' } | { outcome: 'skipped'; reason: SkipReason });

/**
 * One step of bringing somebody's data back. `bring` gets ready outside of a transaction; what it returns is done in one, whole
 * or not at all, by the person as actor. It changes nothing that is there, and done again it adds nothing.
 */
export interface BringBack {
  kind: BroughtKind;
  bring: (ctx: Ctx) => Promise<(tx: Ctx) => Promise<Brought[]>>;
}

/** How an area brings back what it once gave. */
export interface Restore {
  /** Which parts of its `export` are brought back; the others stay in the zip. */
  takes: readonly string[];
  /** In an order that is the same each time, so that work which broke off goes on where it stood. */
  steps: (kept: KeptData) => BringBack[];
}

/**
 * How an area's own things stand among what somebody put aside, which an area below it lists. Keeping and leaving one is the
 * area's own act: it checks whose it is, and notes it on the list.
 */
export interface SavedThings {
  kind: SavedKind;
  keep: (ctx: Ctx, id: string) => Promise<unknown>;
  leave: (ctx: Ctx, id: string) => Promise<unknown>;
  /** Shows those of who is asking; what is there no longer is left out. */
  show: (ctx: Ctx, ids: readonly string[]) => Promise<ReadonlyMap<string, SavedLook>>;
}

/** How an area hands over, shows and removes what it holds of one person. All run in the caller's transaction. */
export interface PersonalData {
  merge: (ctx: Ctx, from_person_id: string, to_person_id: string) => Promise<void>;
  export: (ctx: Ctx, person_id: string) => Promise<unknown>;
  /** Lists the files that belong to what `export` gives; absent where an area keeps none. */
  files?: (ctx: Ctx, person_id: string) => Promise<PersonalFile[]>;
  /** Absent where nothing of it makes sense elsewhere, or later. */
  restore?: Restore;
  /** Returns rows removed. */
  erase: (ctx: Ctx, person_id: string, scope: 'photos' | 'all') => Promise<number>;
}
