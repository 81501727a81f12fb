import * as z from 'zod';

const variants = z
  .record(z.string().min(1), z.json())
  .refine((all) => new Set(Object.values(all).map((value) => typeof value)).size === 1, 'has no variants, or some of different types');

const flag = z
  .looseObject({ state: z.enum(['ENABLED', 'DISABLED']), variants, defaultVariant: z.string().nullish() })
  .refine(({ variants: all, defaultVariant }) => !defaultVariant || Object.hasOwn(all, defaultVariant), 'defaultVariant is no variant');

const file = z.looseObject({ flags: z.record(z.string().min(1), flag) });

/** Throws what is wrong with a file of flags. The library takes a file without `flags` for one that says nothing, and turns nothing off. */
export function checkFlags(content: string): void {
  const read = file.safeParse(JSON.parse(content));
  if (!read.success) throw new Error(`no file of flags: ${z.prettifyError(read.error)}`);
}
