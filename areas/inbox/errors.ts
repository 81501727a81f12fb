import { AppError } from '#platform/errors/app-error.ts';

/** Ended, forged and erased look alike from outside. */
export const linkEnded = (): AppError =>
  new AppError('inbox.link_ended', { message: 'This link has ended. Open the fitting in Toile to say how it was.' });
