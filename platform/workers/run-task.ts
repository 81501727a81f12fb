import type { MessagePort } from 'node:worker_threads';
import { AppError } from '#platform/errors/app-error.ts';
import type { ErrorCode } from '#contract/error-codes.ts';
import { takeNativeTurn, type NativeTurn } from './native-turn.ts';

/** How a failure travels between threads: an AppError is a class only on its own side. */
export type Outcome =
  | { value: unknown }
  | { refused: { code: ErrorCode; message: string; detail?: string; fields?: Record<string, string> } };

/** What comes into a thread. */
export interface ThreadTask {
  module: string;
  name: string;
  input: unknown;
  turn: NativeTurn;
  /** Where notes go while it works. */
  port?: MessagePort;
}

/** What a thread does: loads the module, calls the function, and tells refusals apart from failures. */
export default async function runTask({ module, name, input, turn, port }: ThreadTask): Promise<Outcome> {
  takeNativeTurn(turn);
  const exports = (await import(module)) as Record<string, (input: unknown, tell?: (note: unknown) => void) => unknown>;
  try {
    // Whoever awaits no notes may have another second parameter.
    return { value: await (port ? exports[name]!(input, (note) => port.postMessage(note)) : exports[name]!(input)) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, message, detail, fields } = error;
    return { refused: { code, message, ...(detail === undefined ? {} : { detail }), ...(fields === undefined ? {} : { fields }) } };
  }
}
