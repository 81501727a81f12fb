import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

/** OWASP's first choice: 19 MiB, two passes, one lane; 33-63 ms, off the event loop. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;
const salt_bytes = 16;

/** Hashes a password with argon2id; the text carries its own parameters, so they can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(salt_bytes);
  const tag = await derive('argon2id', { ...cost, nonce, message: normal(password) });
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(nonce)}$${base64(tag)}`;
}

/**
 * Tells whether a password is the one that was hashed. With no hash (no such account) the same work
 * is done, so that the time taken does not tell which e-mails have accounts.
 */
export async function isPasswordRight(password: string, hash: string | null): Promise<boolean> {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(hash ?? '');
  const [, memory = cost.memory, passes = cost.passes, parallelism = 1, salt, expected] = parts ?? [];
  const tag = await derive('argon2id', {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: cost.tagLength,
    nonce: salt ? Buffer.from(salt, 'base64') : Buffer.alloc(salt_bytes),
    message: normal(password),
  });
  return expected !== undefined && timingSafeEqual(tag, Buffer.from(expected, 'base64'));
}

/** Passwords seen most in leaks, at least as long as we ask for, and the patterns they follow. */
const guessed = new Set([
  '1234567890',
  '0123456789',
  '12345678910',
  '0987654321',
  'qwertyuiop',
  'password123',
  'password1234',
  'qwerty12345',
  'iloveyou123',
  'abcdefghij',
  'letmein1234',
  'welcome1234',
  'administrator',
  'passwordpassword',
  '1q2w3e4r5t',
  '1qaz2wsx3edc',
  'qwertyuiop123',
  'asdfghjkl123',
]);

/** True for what a guesser tries first: a leaked favourite, one repeated piece, or the person's own e-mail. */
export function isEasyToGuess(password: string, email: string): boolean {
  const text = password.toLowerCase();
  const name = email.split('@')[0] ?? '';
  if (guessed.has(text) || /^(.{1,4})\1+$/.test(text)) return true;
  return text === email || (name.length >= 4 && text.replace(name, '').length < 4);
}

/** The same password typed on different keyboards may differ in bytes only. */
const normal = (password: string): Buffer => Buffer.from(password.normalize('NFKC'));
const base64 = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');
