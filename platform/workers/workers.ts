/** Runs what is heavy beside the event loop, in worker threads: see README.md here. */
export interface Workers {
  /**
   * Calls the export `task.name` of a module with an input, in a thread, and gives back what it returns; both are copied.
   * An AppError thrown there is thrown here. Throws WorkerLate when it takes too long once begun, WorkersBusy when
   * too much waits or no thread is free in time.
   */
  run: <T>(task: WorkerTask, signal?: AbortSignal) => Promise<T>;
  stop: () => Promise<void>;
}

export interface WorkerTask {
  module: URL;
  name: string;
  input: unknown;
  /** What the input takes in memory while it waits; left out, the length of its texts counts. */
  bytes?: number;
}

/** The thread was ended: it had not answered in time, or had used up its memory. */
export class WorkerLate extends Error {}

/** Too many wait already, or this one waited too long; nothing was begun. */
export class WorkersBusy extends Error {}
