import type * as z from 'zod';
import { AppError } from '#platform/errors/app-error.ts';

/** Parses one part of a request. Throws `request.invalid` naming every field that is wrong. */
export function parseInput(schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value === undefined ? {} : value);
  if (parsed.success) {
    refuseUnwritable(parsed.data);
    return parsed.data;
  }
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) fields[issue.path.join('.') || 'body'] ??= issue.message;
  const names = Object.keys(fields).join(', ');
  throw new AppError('request.invalid', {
    message: `Something is missing or not as expected: ${names}. Correct it and send again.`,
    fields,
  });
}

/** A page is cleaned as it is read, it may hold anything. */
const cleaned_later = 'page_html';

/**
 * Refuses text that cannot be kept: PostgreSQL has no U+0000, and half a surrogate pair is written as U+FFFD, which would
 * make two different names one. Looks at what the schema let through, so depth is bounded.
 */
function refuseUnwritable(value: unknown, path = ''): void {
  if (typeof value === 'string') {
    if (value.isWellFormed() && !value.includes('\0')) return;
    const message = 'This text holds characters that cannot be kept. Type it again, or leave them out.';
    throw new AppError('request.invalid', { message, fields: { [path]: message } });
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [name, part] of Object.entries(value)) if (name !== cleaned_later) refuseUnwritable(part, path ? `${path}.${name}` : name);
}
