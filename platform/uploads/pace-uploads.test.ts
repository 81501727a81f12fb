import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makePace } from './pace-uploads.ts';

async function* body(pieces: number): AsyncGenerator<Uint8Array> {
  for (let n = 0; n < pieces; n += 1) yield new Uint8Array(100);
}

test('of all uploads together only so much comes through in one turn of the event loop, and all of it in the end', async () => {
  const pace = makePace(300);
  let [turn, is_over] = [0, false];
  const by_turn = new Map<number, number>();
  const nextTurn = (): void => {
    turn += 1;
    if (!is_over) setImmediate(nextTurn);
  };
  setImmediate(nextTurn);
  const read = async (pieces: number): Promise<number> => {
    let bytes = 0;
    for await (const piece of pace(body(pieces))) {
      bytes += piece.byteLength;
      by_turn.set(turn, (by_turn.get(turn) ?? 0) + piece.byteLength);
    }
    return bytes;
  };
  assert.deepEqual(await Promise.all([read(20), read(20), read(3)]), [2000, 2000, 300]);
  is_over = true;
  // What is left of one turn may be joined by the whole of the next, in which the count begins anew.
  for (const [at, bytes] of by_turn) assert.ok(bytes <= 600, `${bytes} bytes in turn ${at}`);
  assert.ok(by_turn.size >= 4300 / 600);
});

test('who lets go of an upload is heard by whoever sends it', async () => {
  let is_closed = false;
  async function* endless(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) yield new Uint8Array(100);
    } finally {
      is_closed = true;
    }
  }
  for await (const piece of makePace(1000)(endless())) if (piece) break;
  assert.equal(is_closed, true);
});
