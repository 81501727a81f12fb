import { createHash, randomBytes } from 'node:crypto';

/** 256 bits: nobody guesses it, so a plain hash is enough to keep it. */
const secret_bytes = 32;

/** Makes a secret to hand out once, with a prefix that tells what it opens. */
export const newSecret = (prefix: string): string => `${prefix}${randomBytes(secret_bytes).toString('base64url')}`;

/** What we keep of a secret. */
export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();
