import { AppError } from '#platform/errors/app-error.ts';

/**
 * Reads multipart/form-data into what a JSON body would be: text that reads as JSON is that, files stay files. `lists` are
 * names that come as lists, however often they occur; of others sent twice the last counts.
 */
export async function readMultipart(body: Buffer, content_type: string, lists: readonly string[]): Promise<Record<string, unknown>> {
  const form = await parse(body, content_type);
  const fields = new Map<string, unknown>();
  for (const [sent_name, value] of form) {
    const name = sent_name.replace(/\[\]$/, '');
    const read = typeof value === 'string' ? valueOf(value) : value;
    fields.set(name, lists.includes(name) ? [...((fields.get(name) as unknown[] | undefined) ?? []), ...[read].flat()] : read);
  }
  return Object.fromEntries(fields);
}

async function parse(body: Buffer, content_type: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': content_type } }).formData();
  } catch (cause) {
    const message = 'This form could not be read: it is cut off, or its parts are not as its header says. Send it again.';
    throw new AppError('request.invalid', { message, cause });
  }
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
