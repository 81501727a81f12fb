import type { Kysely, Transaction } from 'kysely';

/** The query builder without tables: each store adds its own with `db.withTables<…>()`. */
// eslint-disable-next-line typescript/no-empty-object-type -- Kysely's table map starts empty on purpose
export type Tables = {};
export type Database = Kysely<Tables> | Transaction<Tables>;
