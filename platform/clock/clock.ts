/** Tells the time; tests hand in their own. */
export interface Clock {
  now: () => Date;
}

export const system_clock: Clock = { now: () => new Date() };
