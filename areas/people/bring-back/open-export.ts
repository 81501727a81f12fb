import { join } from 'node:path';
import * as z from 'zod';
import type { Ctx, KeptData } from '#platform/area/context.ts';
import { dataDir } from '#platform/config/config.ts';
import { readUpload } from '#platform/uploads/make-upload.ts';
import { readZip, UnreadableZip, type ReadableZip, type ZipFault } from '#platform/zip/read-zip.ts';
import { ScratchFile } from '#platform/zip/scratch-file.ts';
import type { ImportProblem } from '#contract/imports.ts';
import { data_name, export_format, export_version, manifest_name } from '../privacy/export-format.ts';
import { importProblem } from './errors.ts';
import { zip_bytes_max } from './limits.ts';

/** Four pictures each of a thousand garments, twice, as some systems put a note of their own beside each file. */
const entries_max = 10_000;
/** A hundred thousand lines of a log; it is read at once, which takes a third of a second. */
const data_bytes_max = 32 * 1024 * 1024;
const manifest_bytes_max = 2 * 1024 * 1024;

const manifest = z.object({ format: z.literal(export_format), version: z.int().min(1) });
const data = z.object({ areas: z.record(z.string(), z.unknown()) });

export interface OpenExport {
  kept: KeptData;
  /** What each area gave, by its name. */
  areas: Record<string, unknown>;
  close: () => Promise<void>;
}

/** Opens a zip that was sent. Throws what `importProblem` says of one that nobody can read, or that is none of ours. */
export async function openExport(ctx: Ctx, upload_id: string): Promise<OpenExport> {
  const uploaded = await readUpload(ctx, upload_id);
  if (uploaded.state !== 'complete') throw importProblem('upload.ended');
  const file = await ScratchFile.fill(join(dataDir(ctx.config), 'scratch'), uploaded.content);
  try {
    const zip = await readZip(file, { entries_max, bytes_max: zip_bytes_max + data_bytes_max });
    const folder = findFolder(zip);
    checkManifest(await readJson(zip, folder + manifest_name, manifest_bytes_max));
    const { success, data: read } = data.safeParse(await readJson(zip, folder + data_name, data_bytes_max));
    if (!success) throw importProblem('people.export_damaged');
    return { kept: keptIn(zip, folder, read.areas), areas: read.areas, close: () => file.close() };
  } catch (error) {
    await file.close();
    throw error instanceof UnreadableZip ? importProblem(problems[error.fault], error) : error;
  }
}

const problems: Record<ZipFault, ImportProblem> = {
  not_a_zip: 'people.not_an_export',
  damaged: 'people.export_damaged',
  encrypted: 'people.export_refused',
  too_much: 'people.export_refused',
};

/** Some browsers unpack what they download, and what is packed again then lies in a folder. */
function findFolder({ paths }: ReadableZip): string {
  const found = paths.find((path) => path === manifest_name) ?? paths.find((path) => /^[^/]+\/manifest\.json$/.test(path));
  if (found === undefined) throw importProblem('people.not_an_export');
  return found.slice(0, -manifest_name.length);
}

function checkManifest(read: unknown): void {
  const { success, data: found } = manifest.safeParse(read);
  if (!success) throw importProblem('people.not_an_export');
  if (found.version > export_version) throw importProblem('people.export_newer');
}

async function readJson(zip: ReadableZip, path: string, bytes_max: number): Promise<unknown> {
  const content = await zip.read(path, bytes_max);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content));
  } catch (error) {
    throw importProblem('people.export_damaged', error);
  }
}

function keptIn(zip: ReadableZip, folder: string, areas: Record<string, unknown>): KeptData {
  const paths = new Set(zip.paths);
  return {
    of: (area) => (Object.hasOwn(areas, area) ? areas[area] : undefined),
    has: (path) => paths.has(folder + path),
    read: (path, bytes_max) =>
      zip.read(folder + path, bytes_max).catch((error: unknown) => {
        // One broken picture must not keep the others back.
        if (error instanceof UnreadableZip) return undefined;
        throw error;
      }),
  };
}
