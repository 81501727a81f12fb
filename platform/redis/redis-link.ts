import { Redis } from 'ioredis';
import type { Log } from '#platform/telemetry/log.ts';
import type { RedisPlace } from './read-redis-url.ts';

/** Redis answers in under a millisecond; longer than this it is as good as away, and callers have a way without it. */
const command_timeout_ms = 300;
const connect_timeout_ms = 2000;
/** How often Redis is asked whether it is back. Callers never ask, so none waits for one that is away. */
const probe_every_ms = 250;
/** A peer that vanished without a word keeps its connection for minutes: after so many vain probes it is made anew. */
const probes_before_reconnect = 8;
/** A server that starts waits this long for Redis before it goes on without. */
const first_answer_timeout_ms = 1500;

/**
 * One Redis, and whether it is there. It connects in the background and keeps trying for ever: a Redis that cannot be
 * reached is a warning, never a failure. Callers meet an absent Redis at once, as a rejected promise, and go on without.
 */
export class RedisLink {
  readonly prefix: string;
  /** Names one life of the server: a Redis that restarted may have brought back what was forgotten, so its old keys count for nothing. */
  life = '';
  is_up = false;
  readonly #name: string;
  readonly #log: Log;
  readonly #commands: Redis;
  readonly #news: Redis;
  readonly #onReturn: (() => Promise<void>)[] = [];
  #is_stopped = false;
  #is_probing = false;
  #is_warned = false;
  #vain_probes = 0;
  #connections_lost = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor({ options, prefix, name }: RedisPlace, log: Log) {
    this.prefix = prefix;
    this.#name = name;
    this.#log = log;
    const shared = { ...options, connectTimeout: connect_timeout_ms, retryStrategy: (times: number) => Math.min(times * 50, 1000) };
    this.#commands = new Redis({ ...shared, enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: command_timeout_ms });
    // Its queue keeps the subscription until there is a connection.
    this.#news = new Redis({ ...shared, maxRetriesPerRequest: null });
    // Without a listener ioredis writes each try to the console; #goAway says it once.
    for (const connection of [this.#commands, this.#news]) connection.on('error', () => undefined);
    this.#commands.on('close', () => {
      this.#connections_lost += 1;
      this.#goAway(new Error('the connection to Redis ended'));
    });
  }

  /** Waits a moment for the first answer; goes on without when there is none. */
  async start(): Promise<void> {
    const late = new Promise<void>((resolve) => setTimeout(resolve, first_answer_timeout_ms).unref());
    const known = new Promise<void>((resolve) => void this.#commands.once('ready', resolve).once('close', resolve));
    await Promise.race([known, late]);
    await this.#probe();
  }

  /** Runs a command; rejects at once while Redis is away, and takes any failure as a sign that it is. */
  async ask<T>(act: (redis: Redis) => Promise<T>): Promise<T> {
    if (!this.is_up) throw new Error('Redis is away');
    try {
      return await act(this.#commands);
    } catch (error) {
      this.#goAway(error);
      throw error;
    }
  }

  /** Asks Redis now; rejects when it does not answer. */
  async check(): Promise<void> {
    await this.ask((redis) => redis.ping());
  }

  /** Runs each time Redis is back. By `ask`, so a failure means that it is away again. */
  onReturn(settle: () => Promise<void>): void {
    this.#onReturn.push(settle);
  }

  /** Hears what other processes publish, also after Redis was away. What was said meanwhile is lost. */
  listen(channel: string, hear: (message: string) => void): void {
    this.#news.on('message', (from: string, message: string) => {
      if (from === channel) hear(message);
    });
    this.#news.subscribe(channel).catch(() => undefined);
  }

  /** Not by QUIT, which would wait for a Redis that is away. */
  stop(): void {
    this.#is_stopped = true;
    this.is_up = false;
    clearTimeout(this.#timer);
    for (const connection of [this.#commands, this.#news]) connection.disconnect();
  }

  #goAway(error: unknown): void {
    if (this.#is_stopped) return;
    this.is_up = false;
    if (!this.#is_warned) this.#log.warn({ err: error, redis: this.#name }, 'Redis is away; each process goes on in its own memory');
    this.#is_warned = true;
    if (!this.#is_probing) this.#timer ??= setTimeout(() => void this.#probe(), probe_every_ms).unref();
  }

  async #probe(): Promise<void> {
    this.#timer = undefined;
    this.#is_probing = true;
    try {
      await this.#comeBack(this.#connections_lost);
      this.#is_probing = false;
    } catch (error) {
      this.#is_probing = false;
      this.#vain_probes += 1;
      if (this.#vain_probes % probes_before_reconnect === 0) for (const peer of [this.#commands, this.#news]) peer.disconnect(true);
      this.#goAway(error);
    }
  }

  async #comeBack(connections_lost: number): Promise<void> {
    const redis = this.#commands;
    this.life = lifeOf(await redis.info('server').catch(nothingIfRefused));
    // One that takes no writes (full, or a replica) is of no use.
    await redis.set(`${this.prefix}:probe`, '1', 'PX', 1000);
    if (this.#connections_lost !== connections_lost) throw new Error('the connection to Redis ended while it was tried');
    if (this.#is_stopped) return;
    this.#vain_probes = 0;
    if (this.#is_warned) this.#log.info({ redis: this.#name }, 'Redis is back');
    this.#is_warned = false;
    this.is_up = true;
    for (const settle of this.#onReturn) await settle();
  }
}

const lifeOf = (info: string): string => /^run_id:(\w+)/m.exec(info)?.[1] ?? 'one';

/** Some who host Redis forbid INFO. */
function nothingIfRefused(error: Error): string {
  if (error.name === 'ReplyError' && /NOPERM|unknown command/i.test(error.message)) return '';
  throw error;
}
