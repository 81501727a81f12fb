import { Pool } from 'undici';
import { quantile, type LoadFigures, type LoadRequest } from './load.ts';

interface SteadyLoad {
  url: string;
  requests: readonly LoadRequest[];
  connections: number;
  seconds: number;
  /** Requests a second, evenly spread. */
  rate: number;
}

/** Timers are no finer than this, so a tick sends all that is due. */
const tick_ms = 1;

/**
 * Sends requests at a fixed rate whatever the answers do, as shoppers would, and counts each from the moment
 * it was due: a server that stalls is not spared by a client that waits for it.
 */
export async function steadyLoad({ url, requests, connections, seconds, rate }: SteadyLoad): Promise<LoadFigures> {
  const pool = new Pool(url, { connections });
  const total = Math.round(rate * seconds);
  const [latencies, pending]: [number[], Promise<void>[]] = [[], []];
  let errors = 0;
  const started = performance.now();
  const send = async (n: number): Promise<void> => {
    const due = started + (n * 1000) / rate;
    const { method, path, headers, body } = requests[n % requests.length] as LoadRequest;
    try {
      const answer = await pool.request({ method, path, headers, body });
      await answer.body.dump();
      if (answer.statusCode >= 300) errors += 1;
    } catch {
      errors += 1;
    }
    latencies.push(performance.now() - due);
  };
  while (pending.length < total) {
    const due = Math.min(total, Math.floor(((performance.now() - started) * rate) / 1000) + 1);
    while (pending.length < due) pending.push(send(pending.length));
    await new Promise((resolve) => setTimeout(resolve, tick_ms));
  }
  await Promise.all(pending);
  const elapsed_s = (performance.now() - started) / 1000;
  await pool.close();
  const sorted = latencies.toSorted((a, b) => a - b);
  return { rps: Math.round(total / elapsed_s), p50_ms: quantile(sorted, 0.5), p99_ms: quantile(sorted, 0.99), errors };
}
