import { randomUUIDv7 } from 'node:crypto';

/** Makes a UUIDv7: unique, and sorted by the time it was made. */
export const newId = (): string => randomUUIDv7();
