import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Log } from '#platform/telemetry/log.ts';
import { postgresAccount, type Account } from './account.ts';
import { preparePostgresBinaries } from './binaries.ts';
import { makePlaces, type Places } from './places.ts';
import { initialiseCluster, livingSupervisor, spawnPostgres, startFailure, tailOfLog } from './supervise.ts';

export interface OwnPostgresOptions {
  data_dir: string;
  log: Log;
  /** Extra `-c name=value` words; tests switch durability off with them. */
  extra?: readonly string[];
}

/** Crash recovery replays what was not yet in the tables; longer than this means something is wrong. */
const start_timeout_ms = 60_000;
const poll_ms = 25;
/** After a kill the old processes may hold the folder for some seconds, so one failure proves nothing. */
const failed_starts_max = 8;

/**
 * PostgreSQL started and supervised by this process, or found running because another process
 * of Toile supervises it. Restarted when it dies; gone when we are, even after kill -9.
 */
export class OwnPostgres {
  readonly #options: OwnPostgresOptions;
  readonly #account: Account | undefined;
  readonly #places: Places;
  #child: ChildProcess | undefined;
  #watcher: pg.Client | undefined;
  #is_stopping = false;
  #failed_starts = 0;

  constructor(options: OwnPostgresOptions) {
    this.#options = options;
    this.#account = postgresAccount();
    this.#places = makePlaces(options.data_dir, this.#account);
  }

  get connection(): pg.ClientConfig {
    return { host: this.#places.socket_dir, port: 5432, user: 'toile', database: 'postgres' };
  }

  /** The folder that holds the database. */
  get home(): string {
    return this.#places.home;
  }

  /** True when this process holds the reins. */
  get is_ours(): boolean {
    return this.#child !== undefined;
  }

  /** Returns when PostgreSQL answers. Throws StartError with what to do. */
  async start(): Promise<void> {
    const deadline = Date.now() + start_timeout_ms;
    this.#failed_starts = 0;
    while (Date.now() < deadline && this.#failed_starts < failed_starts_max) {
      const answer = await this.#tryConnect();
      if (answer === 'ready' && (this.#child || livingSupervisor(this.#places) !== undefined)) return this.#watch();
      // Ready, but its supervisor is dead: it is about to stop, so we wait and start our own.
      if (answer === 'absent' && !this.#child) this.#spawn();
      await sleep(poll_ms * (1 + this.#failed_starts * 10));
    }
    throw startFailure(tailOfLog(this.#places), this.#places);
  }

  /** Asks PostgreSQL to finish, if it is ours, and waits for it. */
  async stop(): Promise<void> {
    this.#is_stopping = true;
    this.#watcher?.removeAllListeners('end');
    await this.#watcher?.end().catch(() => undefined);
    const child = this.#child;
    if (!child) return;
    child.stdin?.end();
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }

  #spawn(): void {
    const binaries = preparePostgresBinaries(this.#places.binaries, this.#account);
    initialiseCluster(binaries, this.#places, this.#account);
    const child = spawnPostgres(binaries, this.#places, this.#account, this.#options.extra ?? []);
    this.#child = child;
    child.once('exit', () => {
      child.stdin?.destroy();
      if (this.#child !== child) return;
      this.#child = undefined;
      this.#failed_starts += 1;
    });
  }

  async #tryConnect(): Promise<'ready' | 'starting' | 'absent'> {
    const client = new pg.Client({ ...this.connection, connectionTimeoutMillis: 2000 });
    client.on('error', () => undefined); // the failed connect below tells the same
    try {
      await client.connect();
      await client.end();
      return 'ready';
    } catch (error) {
      const { code } = error as { code?: string };
      return code === 'ENOENT' || code === 'ECONNREFUSED' ? 'absent' : 'starting';
    }
  }

  /** Holds one connection open: its end means that PostgreSQL died, and then we start it again. */
  async #watch(): Promise<void> {
    const watcher = new pg.Client(this.connection);
    watcher.on('error', () => undefined); // 'end' follows and is handled
    await watcher.connect();
    this.#watcher = watcher;
    watcher.once('end', () => void this.#revive());
  }

  async #revive(): Promise<void> {
    if (this.#is_stopping) return;
    this.#options.log.warn('the database went away; starting it again');
    try {
      await this.start();
      this.#options.log.info('the database is back');
    } catch (error) {
      this.#options.log.error({ err: error }, 'the database does not come back; trying again in 5 s');
      await sleep(5000);
      await this.#revive();
    }
  }
}
