import { AppError } from '#platform/errors/app-error.ts';
import type { ErrorCode } from '#contract/error-codes.ts';
import { takeNativeTurn, type NativeTurn } from './native-turn.ts';

/** A task as it goes to a thread. */
export interface SentTask {
  module: string;
  name: string;
  input: unknown;
  turn: NativeTurn;
}

/** How a failure travels between threads: an AppError is a class only on its own side. */
export type Outcome =
  | { value: unknown }
  | { refused: { code: ErrorCode; message: string; detail?: string; fields?: Record<string, string> } };

/** What a thread does: loads the module, calls the function, and tells refusals apart from failures. */
export default async function runTask({ module, name, input, turn }: SentTask): Promise<Outcome> {
  takeNativeTurn(turn);
  const exports = (await import(module)) as Record<string, (input: unknown) => unknown>;
  try {
    return { value: await exports[name]!(input) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, message, detail, fields } = error;
    return { refused: { code, message, ...(detail === undefined ? {} : { detail }), ...(fields === undefined ? {} : { fields }) } };
  }
}
