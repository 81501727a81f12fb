import type { Clock } from '#platform/clock/clock.ts';

export interface FakeClock extends Clock {
  /** Moves time on by so many seconds. */
  pass: (seconds: number) => void;
}

/** A clock that stands still until told; starts at the real time unless given, because tokens are checked against it. */
export function fakeClock(start: Date = new Date()): FakeClock {
  let now_ms = start.getTime();
  return {
    now: () => new Date(now_ms),
    pass: (seconds) => {
      now_ms += seconds * 1000;
    },
  };
}
