/** A piece of content, and whether it is the last. */
export interface Piece {
  piece: Buffer;
  /** From 0. */
  number: number;
  is_last: boolean;
}

/**
 * Cuts content into pieces of one size, of which only the last may be shorter; without content there is one empty piece.
 * `first_bytes` is the size of the first, when it differs. The last is known as such, so one piece is held back.
 */
export async function* cutPieces(
  content: Uint8Array | AsyncIterable<Uint8Array>,
  size_bytes: number,
  first_bytes: number = size_bytes,
): AsyncGenerator<Piece> {
  let [held, held_bytes, number, wanted]: [Buffer[], number, number, number] = [[], 0, 0, first_bytes];
  for await (const bytes of content instanceof Uint8Array ? [content] : content) {
    let rest = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // Only when more came than a piece holds is it known not to be the last.
    while (held_bytes + rest.length > wanted) {
      const taken = wanted - held_bytes;
      yield { piece: Buffer.concat([...held, rest.subarray(0, taken)]), number, is_last: false };
      rest = rest.subarray(taken);
      [held, held_bytes, number, wanted] = [[], 0, number + 1, size_bytes];
    }
    held.push(rest);
    held_bytes += rest.length;
  }
  yield { piece: Buffer.concat(held), number, is_last: true };
}
