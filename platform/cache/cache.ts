/** Remembers values for a while; losing it costs time, never data. */
export interface Cache {
  /** Returns the remembered value, or makes it once however many ask at the same time. */
  getOrMake: <T>(key: string, ttl_s: number, make: () => Promise<T>) => Promise<T>;
  /** Returns the remembered value or undefined, without making anything. */
  get: <T>(key: string) => Promise<T | undefined>;
  set: (key: string, ttl_s: number, value: unknown) => Promise<void>;
  forget: (key: string) => Promise<void>;
  stop: () => Promise<void>;
}
