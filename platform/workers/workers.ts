/** Runs what is heavy beside the event loop, in worker threads: see README.md here. */
export interface Workers {
  /**
   * Calls the export `task.name` of a module with an input, in a thread, and gives back what it returns; both are copied.
   * An AppError thrown there is thrown here. Throws WorkerLate when it takes too long once begun, WorkersBusy when
   * too much waits or no thread is free in time.
   */
  run: <T>(task: WorkerTask, signal?: AbortSignal) => Promise<T>;
  /**
   * Calls it in a thread of its own, beside those that serve people: for what takes minutes. One caller at a time is meant;
   * nothing stands in line. Throws WorkerLate when it takes more than its bounds.
   */
  runAlone: <T>(task: WorkerTask, bounds: AloneBounds, signal?: AbortSignal) => Promise<T>;
  /** Ends all threads; what runs alone is ended too. */
  stop: () => Promise<void>;
}

export interface AloneBounds {
  longest_ms: number;
  heap_max_mb: number;
}

export interface WorkerTask {
  module: URL;
  name: string;
  input: unknown;
  /** Hears what the function says of its work while it goes on, by its second parameter; in order, and nothing after its end. */
  onNote?: (note: unknown) => void;
  /** What the input takes in memory while it waits; left out, the length of its texts counts. */
  bytes?: number;
  /** How long it may take once begun, ms; left out, as long as most tasks may. */
  longest_ms?: number;
}

/** The thread was ended: it had not answered in time, or had used up its memory. */
export class WorkerLate extends Error {}

/** Too many wait already, or this one waited too long; nothing was begun. */
export class WorkersBusy extends Error {}
