import { AppError } from '#platform/errors/app-error.ts';

const retry_after_s = 5;

/** The place does not answer, refuses, or stopped in the middle: nothing of this act counts. */
export const storageUnavailable = (detail: string, cause?: unknown): AppError =>
  new AppError('platform.storage_unavailable', {
    message: 'Toile cannot reach the place where it keeps files. Nothing was changed; try again in a moment.',
    detail,
    retry_after_s,
    ...(cause === undefined ? {} : { cause }),
  });

/** What is kept is not what was put. */
export const storageDamaged = (detail: string): AppError =>
  new AppError('platform.storage_damaged', {
    message: 'This file was damaged where Toile keeps it. Restore it from a backup, or upload it again.',
    detail,
  });

/** Puts a driver's failure in words; what has a code already, and what the caller aborted, stays as it is. */
export function explainStorageFailure(error: unknown, signal: AbortSignal, what: string): unknown {
  if (signal.aborted) return signal.reason;
  if (error instanceof AppError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new AppError('platform.disk_full', {
      message: 'The disk is full, so nothing was saved. Free some space and try again.',
      cause: error,
    });
  }
  return storageUnavailable(`${what}: ${message}`, error);
}
