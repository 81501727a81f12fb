/**
 * How much runs outside of JavaScript in a thread, and whether the thread is about to end. A native call that comes back into a
 * thread without JavaScript ends the whole program (onnxruntime-node throws where nothing catches), so an end waits for it.
 */
export type NativeTurn = Int32Array<SharedArrayBuffer>;

const [running, is_ending] = [0, 1];

/**
 * The turn of the task that this thread is at; undefined: it is no thread of tasks, and nobody ends it. A module is loaded once in
 * each thread, and a thread is at one task at a time, so this is never another thread's, nor another task's.
 */
let mine: NativeTurn | undefined;

export const makeNativeTurn = (): NativeTurn => new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));

/** Says in a thread whose turn its native calls are from now on. */
export function takeNativeTurn(turn: NativeTurn): void {
  mine = turn;
}

/** Makes a native call in such a way that whoever ends this thread waits until it is back. In a thread that is about to end it never begins. */
export async function inNativeTurn<T>(call: () => Promise<T>): Promise<T> {
  const turn = mine;
  if (!turn) return call();
  Atomics.add(turn, running, 1);
  try {
    if (Atomics.load(turn, is_ending) === 0) return await call();
  } finally {
    Atomics.sub(turn, running, 1);
    Atomics.notify(turn, running);
  }
  // Whoever ends the thread waits for its other calls, and those come back only while its event loop goes on: so nothing is blocked.
  return new Promise<never>(() => undefined);
}

/** Resolves when a thread may be ended: nothing native runs in it any more, nor will; or `gone`, it has ended by itself. */
export async function endNativeTurn(turn: NativeTurn, gone: Promise<unknown>): Promise<void> {
  Atomics.store(turn, is_ending, 1);
  const has_gone = gone.then(
    () => true,
    () => true,
  );
  for (let count = Atomics.load(turn, running); count > 0; count = Atomics.load(turn, running)) {
    const left = Atomics.waitAsync(turn, running, count);
    if (await Promise.race([has_gone, left.async && left.value.then(() => false)])) return;
  }
}
