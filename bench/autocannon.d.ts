declare module 'autocannon' {
  interface Options {
    url: string;
    requests: { method: string; path: string; headers: Record<string, string>; body?: string }[];
    connections: number;
    duration: number;
  }
  interface Result {
    requests: { total: number };
    latency: { p50: number; p99: number };
    duration: number;
    non2xx: number;
    errors: number;
    timeouts: number;
    statusCodeStats: object;
  }
  export default function autocannon(options: Options): Promise<Result>;
}
