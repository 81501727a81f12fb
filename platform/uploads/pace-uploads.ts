import { setImmediate as nextTurn } from 'node:timers/promises';

/** Bytes: encrypting, hashing and handing on so much takes a few ms; fifty uploads at once would take fifty in one turn else. */
const turn_bytes = 512 * 1024;

export type Pace = (body: AsyncIterable<Uint8Array>) => AsyncGenerator<Uint8Array>;

/**
 * Makes what lets through only so much of all uploads together in one turn of the event loop: the rest waits for the next turn, and
 * whoever else is being served comes in between. Whoever reads slowly holds up nobody.
 */
export function makePace(bytes_max: number = turn_bytes): Pace {
  let left_bytes = bytes_max;
  let turning: Promise<void> | undefined;
  const turn = async (): Promise<void> => {
    await nextTurn();
    [left_bytes, turning] = [bytes_max, undefined];
  };
  return async function* paced(body) {
    for await (const bytes of body) {
      // oxlint-disable-next-line no-unmodified-loop-condition -- the turn gives new room
      while (left_bytes <= 0) await (turning ??= turn());
      left_bytes -= bytes.byteLength;
      yield bytes;
    }
  };
}
