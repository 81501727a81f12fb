/** How late a server's event loop was, ms; a loop with nothing to do shows the 10 ms between two looks. */
export interface LoopDelay {
  p50: number;
  p90: number;
  p99: number;
  max: number;
}

/** Reads how late a server's event loop was since it was last asked, as its `/metrics` says. */
export async function readLoopDelay(url: string): Promise<LoopDelay> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const ms = (name: string): number => {
    const seconds = new RegExp(`^nodejs_eventloop_lag_${name}_seconds (\\S+)$`, 'm').exec(text)?.[1];
    if (seconds === undefined) throw new Error(`${url}/metrics says nothing of its event loop`);
    return Math.round(Number(seconds) * 1000);
  };
  return { p50: ms('p50'), p90: ms('p90'), p99: ms('p99'), max: ms('max') };
}
