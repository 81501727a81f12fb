import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';

/** Waits for something that must come; a test that waits in vain fails by its patience (20 s), not by an exact time. */
export async function until(
  isSo: () => boolean | Promise<boolean>,
  meanwhile: () => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  const deadline_ms = Date.now() + 20_000;
  while (!(await isSo())) {
    assert.ok(Date.now() < deadline_ms, 'it did not come to pass');
    await meanwhile();
    await pause(10);
  }
}
