import type { LearnedModel, ModelVersion } from '#contract/models.ts';
import type { Ctx } from '#platform/area/context.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { notFound } from '#platform/errors/app-error.ts';
import { forgetInUse } from './keep-model.ts';
import { findPromoted, hasGoneBack, listVersions, lockVersions, type ModelRow, setState } from './model.store.ts';

/** Puts a version to use; the one before retires. Doing it twice changes nothing. Throws `request.not_found`. */
export async function promoteModel(ctx: Ctx, { name, version }: { name: string; version: number }): Promise<LearnedModel> {
  await inTransaction(ctx, async (tx) => {
    const versions = await lockVersions(tx, name);
    const wanted = versions.find((one) => one.version === version);
    if (!wanted) throw notFound('version of this model');
    if (wanted.state === 'promoted') return;
    await retire(tx, versions.find(isInUse));
    await setState(tx, wanted, { state: 'promoted', promoted_at: tx.clock.now().toISOString() });
    await recordAct(tx, { action: 'platform.model_promoted', subject: `model:${name}/${version}` });
  });
  return forgetAndShow(ctx, name);
}

/**
 * Goes back to what was in use before the present version; without such a one, to none. What was gone back from forgets that
 * it was in use, so that no later step back leads to it. Throws `request.not_found`.
 */
export async function rollBackModel(ctx: Ctx, name: string): Promise<LearnedModel> {
  await inTransaction(ctx, async (tx) => {
    const versions = await lockVersions(tx, name);
    const present = versions.find(isInUse);
    if (!present) throw notFound('model in use');
    const before = versions
      .filter(
        ({ state, promoted_at }) =>
          state === 'retired' && promoted_at !== null && Date.parse(promoted_at) < Date.parse(present.promoted_at!),
      )
      .toSorted((a, b) => Date.parse(b.promoted_at!) - Date.parse(a.promoted_at!))[0];
    await setState(tx, present, { state: 'retired', promoted_at: null });
    if (before) await setState(tx, before, { state: 'promoted', promoted_at: before.promoted_at });
    await recordAct(tx, {
      action: 'platform.model_rolled_back',
      subject: `model:${name}/${present.version}`,
      detail: { to: before?.version ?? null },
    });
  });
  return forgetAndShow(ctx, name);
}

/** Tells whether an operator went back and has promoted nothing newer since: then what trains by itself must not promote by itself. */
export async function isHeld(ctx: Ctx, name: string): Promise<boolean> {
  const in_use = (await findPromoted(ctx, name))?.version ?? 0;
  return hasGoneBack(ctx, name, in_use);
}

/** Lists all models with their versions, newest first. */
export async function listModels(ctx: Ctx): Promise<LearnedModel[]> {
  const by_name = Map.groupBy(await listVersions(ctx), ({ name }) => name);
  return [...by_name].map(([name, rows]) => ({
    name,
    promoted_version: rows.find(isInUse)?.version ?? null,
    versions: rows.map(showVersion),
  }));
}

function showVersion({ version, state, refused_because, figures, size_bytes, trained_at, promoted_at }: ModelRow): ModelVersion {
  return { version, state, refused_because, figures, size_bytes, trained_at, promoted_at };
}

const isInUse = ({ state }: ModelRow): boolean => state === 'promoted';

async function retire(tx: Ctx, row: ModelRow | undefined): Promise<void> {
  if (row) await setState(tx, row, { state: 'retired', promoted_at: row.promoted_at });
}

/** Other processes follow within seconds. */
async function forgetAndShow(ctx: Ctx, name: string): Promise<LearnedModel> {
  await forgetInUse(ctx, name);
  return (await listModels(ctx)).find((model) => model.name === name)!;
}
