/** Runs what is heavy beside the event loop, in worker threads: see README.md here. */
export interface Workers {
  /**
   * Calls the export `task.name` of a module with an input, in a thread, and gives back what it returns; both are copied.
   * An AppError thrown there is thrown here. Throws WorkerLate when it takes too long, WorkersBusy when too many wait.
   */
  run: <T>(task: WorkerTask, signal?: AbortSignal) => Promise<T>;
  stop: () => Promise<void>;
}

export interface WorkerTask {
  module: URL;
  name: string;
  input: unknown;
}

/** The thread was ended: it had not answered in time, or had used up its memory. */
export class WorkerLate extends Error {}

/** Too many wait already; nothing was begun. */
export class WorkersBusy extends Error {}
