import * as z from 'zod';

/** UUID version 7: sorts by the time it was made. */
export const id = z.uuid().meta({ description: 'UUIDv7' });
export const time = z.iso.datetime().meta({ description: 'UTC, ISO-8601' });
export const currency = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .meta({ description: 'ISO 4217' });
export const priceMinor = z.int().min(0).meta({ description: 'Price in minor units (cents)' });
export const cursor = z.string().max(200);

export const withId = z.object({ id });
export const done = z.object({ status: z.literal('success') });

/** Builds the one shape of lists: `{<plural>: […], next_cursor}`. */
export const listOf = <const K extends string, T extends z.ZodType>(plural: K, item: T) =>
  z.object({ [plural]: z.array(item), next_cursor: cursor.nullable() } as Record<K, z.ZodArray<T>> & {
    next_cursor: z.ZodNullable<z.ZodString>;
  });

export const pageQuery = z.object({
  cursor: cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
