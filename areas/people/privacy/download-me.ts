import { Download } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { AppError } from '#platform/errors/app-error.ts';
import { writeZip, type ZipPart } from '#platform/zip/write-zip.ts';
import { data_name, export_format, export_version, manifest_name } from './export-format.ts';
import { gatherMe } from './export-me.ts';

/**
 * Gives everything of who is asking, or of an integrator's shopper, as one zip that is made while it is sent: one picture at a
 * time is in memory. What cannot be read any more is named in the manifest, which comes last; the rest is worth having.
 */
export async function downloadMe(ctx: Ctx, user_id?: string): Promise<Download> {
  const { files, ...data } = await gatherMe(ctx, user_id);
  const [there, missing]: [string[], string[]] = [[], []];
  async function* parts(): AsyncGenerator<ZipPart> {
    yield { path: data_name, content: asJson(data) };
    for (const { path, read } of files) {
      const content = await read(ctx).catch((error: unknown) => leaveOut(ctx, path, error));
      (content ? there : missing).push(path);
      if (content) yield { path, content, is_packed_already: true };
    }
    const { exported_at } = data;
    yield {
      path: manifest_name,
      content: asJson({ format: export_format, version: export_version, exported_at, data: data_name, files: there, missing }),
    };
  }
  return new Download({ file_name: 'toile-my-data.zip', media_type: 'application/zip', content: writeZip(parts(), ctx.clock.now()) });
}

const asJson = (value: unknown): Buffer => Buffer.from(JSON.stringify(value, null, 1));

/** A broken picture must not keep the others back; a storage that is away is worth another try. */
function leaveOut({ log, request_id }: Ctx, path: string, error: unknown): undefined {
  if (!(error instanceof AppError) || error.code !== 'platform.storage_damaged') throw error;
  log.warn({ err: error, request_id, path }, 'left out of a download');
}
