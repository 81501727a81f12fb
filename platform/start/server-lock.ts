import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { StartError } from '#platform/errors/start-error.ts';

const lock_number = 7_041_777;
/** A server that was just killed leaves its lock until PostgreSQL notices. */
const patience_ms = 5000;

/**
 * Makes sure that one server at a time works on a data folder. Throws StartError when another does.
 * The lock ends with its connection; when that breaks (PostgreSQL restarted) it is taken again.
 */
export async function holdServerLock(pool: pg.Pool, data_dir: string, wait_ms = patience_ms): Promise<() => void> {
  const deadline = Date.now() + wait_ms;
  let is_released = false;
  let held: pg.PoolClient | undefined;
  const take = async (): Promise<boolean> => {
    const client = await pool.connect();
    const is_free = await tryLock(client);
    if (!is_free) {
      client.release();
      return false;
    }
    held = client;
    client.once('end', () => void retake());
    return true;
  };
  const retake = async (): Promise<void> => {
    // oxlint-disable-next-line no-unmodified-loop-condition -- the function returned below changes it
    while (!is_released && !(await take().catch(() => false))) await sleep(200);
  };
  while (!(await take())) {
    if (Date.now() > deadline) {
      throw new StartError(`Another Toile server already works on ${data_dir}. Use that one, stop it, or give this one its own DATA_DIR.`);
    }
    await sleep(100);
  }
  return () => {
    is_released = true;
    held?.release(true);
  };
}

async function tryLock(client: pg.PoolClient): Promise<boolean> {
  try {
    const { rows } = await client.query<{ ok: boolean }>('select pg_try_advisory_lock($1) as ok', [lock_number]);
    return rows[0]?.ok ?? false;
  } catch (error) {
    client.release(true);
    throw error;
  }
}
