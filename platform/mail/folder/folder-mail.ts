import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '#platform/clock/clock.ts';
import type { MailDriver } from '../mail.ts';

/** Nobody sends from this folder by itself; what lies longer is of no use, and tells of somebody. In days. */
const kept_days = 60;
const mode_folder = 0o700;
const mode_file = 0o600;

/**
 * Puts each message as `ID.eml` into a folder, made at the first one, for whoever has no mail server yet. Whole or not at all;
 * the same message again replaces itself. What lies there for two months goes when the next one comes.
 */
export function folderMail(folder: string, clock: Clock): MailDriver {
  const place = (id: string): string => join(folder, `${id}.eml`);
  return {
    deliver: async ({ id, raw }) => {
      await mkdir(folder, { recursive: true, mode: mode_folder });
      await removeOld(folder, clock.now());
      const draft = join(folder, `${randomUUID()}.draft`);
      try {
        await writeWhole(draft, raw);
        await rename(draft, place(id));
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
      return { status: 'sent' };
    },
    forget: (id) => rm(place(id), { force: true }),
  };
}

async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'wx', mode_file);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Drafts of a killed process too. Somebody else may tidy up at the same time. */
async function removeOld(folder: string, now: Date): Promise<void> {
  const before_ms = now.getTime() - kept_days * 86_400_000;
  for (const name of await readdir(folder)) {
    if (!/\.(eml|draft)$/.test(name)) continue;
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found && found.mtimeMs < before_ms) await rm(path, { force: true });
  }
}
