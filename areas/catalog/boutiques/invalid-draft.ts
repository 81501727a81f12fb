import { AppError } from '#platform/errors/app-error.ts';

/** A draft that reads well and still cannot be kept. */
export const invalidDraft = (field: string, message: string): AppError =>
  new AppError('request.invalid', { message: `${message}. Change it and save again.`, fields: { [field]: message } });
