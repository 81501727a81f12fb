import type { DataImport, ImportProblem } from '#contract/imports.ts';
import { AppError } from '#platform/errors/app-error.ts';

/** What to say of each reason why a zip was not read, or not to its end. */
const sentences: Record<ImportProblem, string> = {
  'people.not_an_export': 'This is not a file that Toile gave. Choose the zip that “Download everything” made.',
  'people.export_newer': 'This file was made by a newer Toile than this one. Ask whoever runs this server to update it, then try again.',
  'people.export_damaged': 'This file is damaged, or only half of it is there. Download it anew where it came from, then try again.',
  'people.export_refused': 'This file is locked, or unpacks to more than we take. Choose the zip as it was downloaded.',
  'people.import_gave_up':
    'We tried several times and could not read this file to its end. What was brought back stays; you can try again.',
  'upload.ended': 'The file was not read within a day, or was taken back. Choose it again.',
};

export const sayImportProblem = (code: ImportProblem): NonNullable<DataImport['problem']> => ({ code, message: sentences[code] });

/** A zip that nothing can be brought back of; what is told of it is the person's to read. */
export const importProblem = (code: ImportProblem, cause?: unknown): AppError =>
  new AppError(code, { message: sentences[code], ...(cause === undefined ? {} : { cause }) });

/** Tells whether a failure is the zip's own, so that trying again would not help. */
export const isImportProblem = (error: unknown): error is AppError & { code: ImportProblem } =>
  error instanceof AppError && error.code in sentences;

export const importUnfinished = (offset_bytes: number): AppError =>
  new AppError('people.import_unfinished', {
    message: `Not all of the file has arrived: ${offset_bytes} bytes so far. Go on with its upload, then say it again.`,
  });

export const importGoingOn = (): AppError =>
  new AppError('people.import_going_on', { message: 'We are still bringing back the last file. Wait until it is done, or stop it first.' });

export const importTooLarge = (bytes_max: number, has_account: boolean): AppError =>
  new AppError('request.too_large', {
    message: has_account
      ? `This file is larger than the ${gigabytes(bytes_max)} GB that we take.`
      : `Without an account we take ${Math.floor(bytes_max / 1_000_000)} MB. Sign up first, then bring it back.`,
    fields: { size_bytes: `at most ${bytes_max}` },
  });

const gigabytes = (bytes: number): number => Math.floor(bytes / 1_000_000_000);
