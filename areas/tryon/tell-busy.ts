import { AppError } from '#platform/errors/app-error.ts';
import { WorkerLate, WorkersBusy } from '#platform/workers/workers.ts';

/** What to throw where a thread failed somebody who waits: that it was full or late is told as `platform.busy`, all else as it was. */
export const busyOr = (error: unknown): unknown =>
  error instanceof WorkersBusy || error instanceof WorkerLate
    ? new AppError('platform.busy', {
        message: 'Many people are trying things on just now. Try again in a moment.',
        cause: error,
        retry_after_s: 5,
      })
    : error;
