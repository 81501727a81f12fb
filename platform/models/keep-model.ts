import { deserialize, serialize } from 'node:v8';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { ModelFigures } from '#contract/models.ts';
import type { Ctx } from '#platform/area/context.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { buffer } from 'node:stream/consumers';
import { findPromoted, insertModel, type ModelRow, nextVersion } from './model.store.ts';

/** A model to be kept: plain data (numbers, texts, typed arrays, maps), and how good it was on what it had not seen. */
export type TrainedModel = { name: string; content: unknown; figures: ModelFigures; refused_because: ModelRow['refused_because'] };

/** How long a process may go on with a version that was replaced. */
const stale_max_s = 15;
/** A version never changes, so that only room in memory bounds this. */
const kept_s = 24 * 3600;
const squeeze = promisify(gzip);
const unsqueeze = promisify(gunzip);

/**
 * Keeps a new version: as candidate, or refused. The weights are stored before the row that names them, so that no row ever
 * points to nothing; weights whose row was never written only take room. Returns its version.
 */
export async function registerModel(ctx: Ctx, { name, content, figures, refused_because }: TrainedModel): Promise<number> {
  const version = await nextVersion(ctx, name);
  const storage_key = `models/${name}/${version}-${ctx.clock.now().getTime()}.bin.gz`;
  const bytes = await squeeze(serialize(content));
  await ctx.storage.put(storage_key, bytes, ctx.signal);
  await inTransaction(ctx, async (tx) => {
    await insertModel(tx, {
      name,
      version,
      state: refused_because === null ? 'candidate' : 'refused',
      refused_because,
      storage_key,
      size_bytes: bytes.length,
      figures,
      trained_at: tx.clock.now().toISOString(),
      promoted_at: null,
    });
    await recordAct(tx, { action: 'platform.model_trained', subject: `model:${name}/${version}` });
  });
  return version;
}

/** Gives the version in use and its content; undefined when there is none. Every process follows a change within seconds. */
export async function loadModel(ctx: Ctx, name: string): Promise<{ version: number; content: unknown } | undefined> {
  const in_use = await ctx.memory.getOrMake(placeOf(name), stale_max_s, async () => (await findPromoted(ctx, name)) ?? null);
  if (in_use === null) return undefined;
  const { version, storage_key } = in_use;
  const content = await ctx.memory.getOrMake(`model:${storage_key}`, kept_s, () => readContent(ctx, storage_key));
  return { version, content };
}

/** Makes this process look again at once. */
export const forgetInUse = (ctx: Ctx, name: string): Promise<void> => ctx.memory.forget(placeOf(name));

const placeOf = (name: string) => `model-in-use:${name}`;

async function readContent(ctx: Ctx, storage_key: string): Promise<unknown> {
  const stored = await ctx.storage.get(storage_key);
  if (!stored) throw new Error(`The model at ${storage_key} is not in storage.`);
  return deserialize(await unsqueeze(await buffer(stored.content)));
}
