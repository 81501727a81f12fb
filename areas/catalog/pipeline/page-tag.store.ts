import { createHash } from 'node:crypto';
import type { Ctx } from '#platform/area/context.ts';
import type { Validators } from '#platform/outbound/outbound.ts';
import { reading_version } from './reading-version.ts';

/** A shop that says "not changed" by mistake is believed for so long. */
const whole_every_days = 7;

interface PageTagRow {
  link_sha256: string;
  product_id: string;
  url: string;
  etag: string | null;
  last_modified: string | null;
  reading_version: string;
  read_whole_at: string;
  updated_at: string;
}

const tables = (ctx: Ctx) => ctx.db.withTables<{ catalog_page_tags: PageTagRow }>();
const hashOf = (link: URL): string => createHash('sha256').update(link.href).digest('hex');

/** Finds what a link's page was recognised by, when the same code read it and not too long ago. */
export function findPageTag(ctx: Ctx, link: URL, version = reading_version): Promise<(Validators & { product_id: string }) | undefined> {
  const since = new Date(ctx.clock.now().getTime() - whole_every_days * 86_400_000).toISOString();
  return tables(ctx)
    .selectFrom('catalog_page_tags')
    .select(['url', 'etag', 'last_modified', 'product_id'])
    .where('link_sha256', '=', hashOf(link))
    .where('reading_version', '=', version)
    .where('read_whole_at', '>', since)
    .executeTakeFirst();
}

/** Forgets tags that nobody believes any more. */
export async function forgetOldPageTags(ctx: Ctx): Promise<void> {
  const before = new Date(ctx.clock.now().getTime() - whole_every_days * 86_400_000).toISOString();
  await tables(ctx).deleteFrom('catalog_page_tags').where('read_whole_at', '<=', before).execute();
}

/** Remembers what a link's page, read whole just now, is recognised by; null forgets what was remembered. */
export async function savePageTag(ctx: Ctx, link: URL, tag: { validators: Validators | null; product_id: string }): Promise<void> {
  const link_sha256 = hashOf(link);
  if (tag.validators === null) {
    await tables(ctx).deleteFrom('catalog_page_tags').where('link_sha256', '=', link_sha256).execute();
    return;
  }
  const now = ctx.clock.now().toISOString();
  const row = { ...tag.validators, product_id: tag.product_id, reading_version, read_whole_at: now, updated_at: now };
  await tables(ctx)
    .insertInto('catalog_page_tags')
    .values({ link_sha256, ...row })
    .onConflict((conflict) => conflict.column('link_sha256').doUpdateSet(row))
    .execute();
}
