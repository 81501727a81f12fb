import autocannon from 'autocannon';

export interface LoadRequest {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body?: string;
}

export interface LoadFigures {
  rps: number;
  p50_ms: number;
  p99_ms: number;
  /** Answers other than 2xx, broken connections and time-outs. */
  errors: number;
  /** Answers by status, when not all were 2xx. */
  answers?: object;
}

interface Load {
  url: string;
  requests: LoadRequest[];
  connections: number;
  seconds: number;
}

/** Sends as many requests as go, in turn, over several connections. */
export async function load({ url, requests, connections, seconds }: Load): Promise<LoadFigures> {
  const result = await autocannon({ url, requests, connections, duration: seconds });
  return {
    rps: Math.round(result.requests.total / result.duration),
    p50_ms: result.latency.p50,
    p99_ms: result.latency.p99,
    ...(result.non2xx > 0 ? { answers: result.statusCodeStats } : {}),
    errors: result.non2xx + result.errors + result.timeouts,
  };
}
