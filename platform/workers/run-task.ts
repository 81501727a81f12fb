import { AppError } from '#platform/errors/app-error.ts';
import type { Outcome } from './make-workers.ts';

/** What a thread does: loads the module, calls the function, and tells refusals apart from failures. */
export default async function runTask({ module, name, input }: { module: string; name: string; input: unknown }): Promise<Outcome> {
  const exports = (await import(module)) as Record<string, (input: unknown) => unknown>;
  try {
    return { value: await exports[name]!(input) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, message, detail, fields } = error;
    return { refused: { code, message, ...(detail === undefined ? {} : { detail }), ...(fields === undefined ? {} : { fields }) } };
  }
}
