import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { dataDir, type Config } from '#platform/config/config.ts';
import { StartError } from '#platform/errors/start-error.ts';

/** Wraps other keys before they go into the database, so that a copy of the database alone opens nothing. */
export interface MasterKey {
  /** AES-256-GCM: 12 bytes nonce, 16 bytes tag, then the cipher text. `label` must be the same when unwrapping. */
  wrap: (secret: Buffer, label: string) => Buffer;
  /** HMAC-SHA256 in hex under a key of its own for each label. */
  mac: (text: string, label: string) => string;
  /** Throws StartError when this is not the key that wrapped it. */
  unwrap: (wrapped: Buffer, label: string) => Buffer;
}

/** Takes the key from the settings, or makes one once in the data folder, readable by its owner only. */
export function loadMasterKey(config: Config): MasterKey {
  return masterKey(Buffer.from(config.MASTER_KEY || readOrMakeFile(dataDir(config)), 'hex'));
}

export function masterKey(key: Buffer): MasterKey {
  // Every address of a picture is signed: making its key anew each time was a tenth of answering with a wardrobe.
  const label_keys = new Map<string, KeyObject>();
  const labelKey = (label: string): KeyObject => {
    const known = label_keys.get(label);
    if (known) return known;
    const made = createSecretKey(Buffer.from(hkdfSync('sha256', key, '', label, 32)));
    label_keys.set(label, made);
    return made;
  };
  return {
    wrap: (secret, label) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(label));
      const text = Buffer.concat([cipher.update(secret), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), text]);
    },
    mac: (text, label) => createHmac('sha256', labelKey(label)).update(text).digest('hex'),
    unwrap: (wrapped, label) => {
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, wrapped.subarray(0, 12)).setAAD(Buffer.from(label));
        decipher.setAuthTag(wrapped.subarray(12, 28));
        return Buffer.concat([decipher.update(wrapped.subarray(28)), decipher.final()]);
      } catch (cause) {
        throw new StartError(
          'The master key is not the one this database was made with. Restore DATA_DIR/master.key, or set MASTER_KEY to the old value.',
          { cause },
        );
      }
    },
  };
}

/** Two processes may start at once: the key is written whole beside, then linked into place, which only one can do. */
function readOrMakeFile(folder: string): string {
  const path = join(folder, 'master.key');
  const existing = readIfThere(path);
  if (existing) return existing;
  const draft = `${path}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o711 });
    const file = openSync(draft, 'wx', 0o600);
    writeSync(file, randomBytes(32).toString('hex'));
    fsyncSync(file);
    closeSync(file);
    linkSync(draft, path);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw new StartError(
        `Toile cannot write to ${folder} (${(cause as Error).message}). Make it writable, or set DATA_DIR to another folder.`,
        { cause },
      );
    }
  } finally {
    rmSync(draft, { force: true });
  }
  return readIfThere(path) ?? '';
}

function readIfThere(path: string): string | undefined {
  try {
    const text = readFileSync(path, 'utf8').trim();
    if (/^[0-9a-f]{64}$/.test(text)) return text;
    throw new StartError(`${path} is damaged. Restore it from a backup; without it sign-in keys cannot be opened.`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    if (error instanceof StartError) throw error;
    throw new StartError(`Toile cannot read ${path} (${(error as Error).message}). Make it readable, or set DATA_DIR to another folder.`, {
      cause: error,
    });
  }
}
