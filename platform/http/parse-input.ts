import type * as z from 'zod';
import { AppError } from '#platform/errors/app-error.ts';

/** Parses one part of a request. Throws `request.invalid` naming every field that is wrong. */
export function parseInput(schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value ?? {});
  if (parsed.success) return parsed.data;
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) fields[issue.path.join('.') || 'body'] ??= issue.message;
  const names = Object.keys(fields).join(', ');
  throw new AppError('request.invalid', {
    message: `Something is missing or not as expected: ${names}. Correct it and send again.`,
    fields,
  });
}
