import { readFile } from 'node:fs/promises';
import { erasureReceipt } from '#contract/people.ts';
import type { Command } from '#platform/area/area.ts';
import { StartError } from '#platform/errors/start-error.ts';
import { isGenuine } from './receipt.ts';

/** Checks a receipt that somebody shows for what they had deleted. */
export const verifyReceipt: Command = {
  name: 'verify-receipt',
  usage: 'toile verify-receipt FILE',
  summary: 'Check that a receipt of a deletion (JSON) was written by this server, and say what it is for.',
  run: async (ctx, [file]) => {
    if (!file) throw new StartError('Name the file that the receipt is in: toile verify-receipt FILE.');
    const text = await readFile(file, 'utf8').catch((cause: unknown) => {
      throw new StartError(`${file} cannot be read.`, { cause });
    });
    const parsed = erasureReceipt.safeParse(parseJson(text));
    if (!parsed.success) throw new StartError(`${file} holds no receipt: it must be the JSON that the deletion was answered with.`);
    const { receipt_id, scope, erased_at, rows, files, files_left } = parsed.data;
    if (!isGenuine(ctx, parsed.data)) throw new StartError('This receipt was not written by this server, or was changed since.');
    const row_count = Object.values(rows).reduce((sum, count) => sum + count, 0);
    const what = scope === 'all' ? 'a person and all that was theirs' : 'all photos of a person';
    const left = files_left > 0 ? ` ${files_left} folders of files could not be deleted then; the server tries again by itself.` : '';
    return `Genuine: receipt ${receipt_id}. Deleted ${what} at ${erased_at}: ${row_count} rows, ${files} files.${left}`;
  },
};

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
