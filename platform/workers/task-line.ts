import { WorkersBusy } from './workers.ts';

export interface LineBounds {
  threads_max: number;
  waiting_max: number;
  waiting_max_bytes: number;
  waiting_max_ms: number;
}

export interface TaskLine {
  /**
   * Resolves when a thread is free for a task of so many bytes, first come first served; who entered must leave.
   * Throws WorkersBusy when too much waits, when the turn does not come in time or the line closes; or the signal's reason.
   */
  enter: (bytes: number, signal?: AbortSignal) => Promise<void>;
  leave: () => void;
  /** Sends away all who wait. */
  close: () => void;
}

interface Waiting {
  enter: () => void;
  refuse: (reason: Error) => void;
}

/** Makes the line before the threads: a task's time is its own, and begins when no other one is before it. */
export function makeTaskLine(bounds: LineBounds): TaskLine {
  const line = new Set<Waiting>();
  let [running, waiting_bytes] = [0, 0];

  const wait = (bytes: number, signal: AbortSignal | undefined): Promise<void> =>
    new Promise((resolve, reject) => {
      const settle = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', goAway);
        line.delete(mine);
        waiting_bytes -= bytes;
      };
      const mine: Waiting = {
        enter: () => {
          settle();
          resolve();
        },
        refuse: (reason) => {
          settle();
          reject(reason);
        },
      };
      const goAway = (): void => mine.refuse(signal?.reason as Error);
      const timer = setTimeout(() => mine.refuse(new WorkersBusy('no thread was free in time')), bounds.waiting_max_ms);
      signal?.addEventListener('abort', goAway, { once: true });
      line.add(mine);
      waiting_bytes += bytes;
    });

  return {
    enter: async (bytes, signal) => {
      signal?.throwIfAborted();
      if (running < bounds.threads_max) {
        running += 1;
        return;
      }
      if (line.size >= bounds.waiting_max || waiting_bytes + bytes > bounds.waiting_max_bytes)
        throw new WorkersBusy(`${line.size} tasks of ${waiting_bytes} bytes wait already`);
      await wait(bytes, signal);
    },
    leave: () => {
      const [first] = line;
      // The place passes from one to the next, so that nobody slips in between.
      if (first) first.enter();
      else running -= 1;
    },
    close: () => {
      for (const one of line) one.refuse(new WorkersBusy('the threads are being stopped'));
    },
  };
}
