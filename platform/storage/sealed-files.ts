import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Ctx } from '#platform/area/context.ts';
import { findDataKey, type DataKey } from '#platform/crypto/data-keys.ts';
import { openContent, SealBroken, sealContent } from '#platform/crypto/seal-content.ts';
import { storageDamaged } from './storage-errors.ts';

/** Encrypts content with an owner's key on its way into storage. Throws what storage throws. */
export async function putSealed(
  ctx: Ctx,
  { storage_key, key, signal }: { storage_key: string; key: DataKey; signal?: AbortSignal },
  content: Uint8Array | AsyncIterable<Uint8Array>,
): Promise<void> {
  await ctx.storage.put(storage_key, sealContent(key, storage_key, content), signal);
}

/**
 * Gives a file that `putSealed` put, decrypted on its way out; undefined when there is none.
 * The stream fails with `platform.storage_damaged` where the file is not genuine or its key is gone.
 */
export async function getSealed(ctx: Ctx, storage_key: string): Promise<Readable | undefined> {
  const found = await ctx.storage.get(storage_key);
  if (!found) return undefined;
  const content = Readable.from(opened(ctx, storage_key, found.content), { objectMode: false });
  // Who lets go before the first piece never wakes the generator, which would pass it on.
  content.once('close', () => found.content.destroy());
  return content;
}

/** Gives a whole file at once: for what is worked on in memory anyway. */
export async function readSealed(ctx: Ctx, storage_key: string): Promise<Buffer | undefined> {
  const content = await getSealed(ctx, storage_key);
  return content && buffer(content);
}

async function* opened(ctx: Ctx, storage_key: string, sealed: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  try {
    yield* openContent((id) => findDataKey(ctx, id), storage_key, sealed);
  } catch (error) {
    throw error instanceof SealBroken ? storageDamaged(`${storage_key}: ${error.message}`) : error;
  }
}
