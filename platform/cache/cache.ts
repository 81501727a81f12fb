/**
 * Remembers values for a while; losing it costs time, never data. Values are plain JSON: `ctx.cache` may keep them in
 * Redis, where other processes read them. What must not leave this process (keys, tokens) goes into `ctx.memory`.
 */
export interface Cache {
  /** Returns the remembered value, or makes it once however many ask at the same time. */
  getOrMake: <T>(key: string, ttl_s: number, make: () => Promise<T>) => Promise<T>;
  /** Returns the remembered value or undefined, without making anything. */
  get: <T>(key: string) => Promise<T | undefined>;
  set: (key: string, ttl_s: number, value: unknown) => Promise<void>;
  forget: (key: string) => Promise<void>;
  /** Rejects when a place where it keeps values does not answer; it works on without. */
  check: () => Promise<void>;
  stop: () => Promise<void>;
}
