import assert from 'node:assert/strict';

/** Listens to server-sent events as an open page does. */
export interface Listener {
  /** All that was said so far. */
  heard: () => string;
  /** Waits for words; fails when the server ends before it says them. */
  until: (words: string) => Promise<void>;
  /** Waits for the next thing; true when that is the end. */
  isOver: () => Promise<boolean>;
}

export function hearEvents(answer: Response): Listener {
  assert.equal(answer.headers.get('content-type'), 'text/event-stream; charset=utf-8');
  const lines = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  return {
    heard: () => heard,
    until: async (words) => {
      while (!heard.includes(words)) {
        const { value, done } = await lines.read();
        assert.ok(!done, `ended after ${heard}`);
        heard += value;
      }
    },
    isOver: async () => (await lines.read()).done,
  };
}
