import { error_codes, type ErrorCode } from '#contract/error-codes.ts';

interface AppErrorOptions {
  /** For the caller: what happened and what to do next. */
  message: string;
  /** For the log only. */
  detail?: string;
  cause?: unknown;
  fields?: Record<string, string>;
  retry_after_s?: number;
}

/** A failure with a code from the contract; everything else that is thrown becomes `platform.internal`. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly detail: string | undefined;
  readonly fields: Record<string, string> | undefined;
  readonly retry_after_s: number | undefined;

  constructor(code: ErrorCode, { message, detail, cause, fields, retry_after_s }: AppErrorOptions) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'AppError';
    this.code = code;
    this.detail = detail;
    this.fields = fields;
    this.retry_after_s = retry_after_s;
  }

  get status(): number {
    return error_codes[this.code].status;
  }
}

/** Makes the answer for what is missing or somebody else's: the two look alike from outside. */
export const notFound = (what: string): AppError =>
  new AppError('request.not_found', { message: `We have no such ${what}. It may have been removed, or belongs to someone else.` });
