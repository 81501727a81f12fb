import { timingSafeEqual } from 'node:crypto';
import type { Clock } from '#platform/clock/clock.ts';
import type { MasterKey } from './master-key.ts';

const id_bytes = 16;
const time_bytes = 4;
/** 128 bits: nobody guesses them, and the address stays short. */
const mac_bytes = 16;
const token_bytes = id_bytes + time_bytes + mac_bytes;

interface Signed {
  id: string;
  expires_at: Date;
}

/**
 * Signs that whoever holds this token may use one thing until a time: for addresses that work without a sign-in.
 * `label` says what for, so that a token for one purpose is none for another. 48 signs, all of which may stand in an address.
 */
export function signToken({ keys }: { keys: MasterKey }, label: string, { id, expires_at }: Signed): string {
  const time = Buffer.alloc(time_bytes);
  time.writeUInt32BE(Math.floor(expires_at.getTime() / 1000));
  const content = Buffer.concat([Buffer.from(id.replaceAll('-', ''), 'hex'), time]);
  return Buffer.concat([content, macOf(keys, label, content)]).toString('base64url');
}

/** Reads which thing a token is for; null when we did not sign it for this, or its time is over. */
export function readToken({ keys, clock }: { keys: MasterKey; clock: Clock }, label: string, token: string): Signed | null {
  const bytes = Buffer.from(token, 'base64url');
  // Some texts differ and are the same bytes; only the one we wrote counts.
  if (bytes.length !== token_bytes || bytes.toString('base64url') !== token) return null;
  const content = bytes.subarray(0, id_bytes + time_bytes);
  if (!timingSafeEqual(bytes.subarray(id_bytes + time_bytes), macOf(keys, label, content))) return null;
  const expires_at = new Date(content.readUInt32BE(id_bytes) * 1000);
  if (expires_at.getTime() <= clock.now().getTime()) return null;
  const hex = content.subarray(0, id_bytes).toString('hex');
  return { id: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'), expires_at };
}

const macOf = (keys: MasterKey, label: string, content: Buffer): Buffer =>
  Buffer.from(keys.mac(content.toString('hex'), label), 'hex').subarray(0, mac_bytes);
