import { join } from 'node:path';
import { dataDir, type Config } from '#platform/config/config.ts';
import { StartError } from '#platform/errors/start-error.ts';
import { folderStorage } from './folder/folder-storage.ts';
import { makeStorage } from './make-storage.ts';
import { readStorageUrl } from './read-storage-url.ts';
import { s3Storage } from './s3/s3-storage.ts';
import type { Storage } from './storage.ts';

/** Opens the place in STORAGE_URL, or the folder under DATA_DIR; asks nobody yet, so a place that is away stops no start. */
export function openStorage(config: Config): Storage {
  const place = readStorageUrl(config.STORAGE_URL) ?? { kind: 'folder', folder: join(dataDir(config), 'files') };
  if (place.kind === 'folder') return makeStorage(folderStorage(place.folder));
  const keys = place.keys ?? { id: config.AWS_ACCESS_KEY_ID, secret: config.AWS_SECRET_ACCESS_KEY };
  if (!keys.id || !keys.secret) {
    throw new StartError(
      'STORAGE_URL names no keys. Write them as s3://KEY:SECRET@BUCKET, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
    );
  }
  return makeStorage(s3Storage({ ...place, keys }, { spool_folder: join(dataDir(config), 'spool') }));
}
