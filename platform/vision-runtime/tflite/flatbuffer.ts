/**
 * Reads FlatBuffers without a schema: tables whose fields have numbers. Source: https://flatbuffers.dev/internals/.
 * What points outside of the bytes throws a RangeError.
 */
export interface Table {
  /** A field's whole number, or what stands for a missing one. */
  byte: (field: number, otherwise?: number) => number;
  int: (field: number, otherwise?: number) => number;
  text: (field: number) => string;
  ints: (field: number) => number[];
  bytes: (field: number) => Uint8Array;
  tables: (field: number) => Table[];
  table: (field: number) => Table | undefined;
}

/** The table that everything hangs on. */
export function readRoot(bytes: Uint8Array): Table {
  return tableAt(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), (view) => view.getUint32(0, true));
}

function tableAt(view: DataView, find: (view: DataView) => number): Table {
  const start = find(view);
  const fields = start - view.getInt32(start, true);
  const fields_bytes = view.getUint16(fields, true);
  /** Where a field's value stands; a field that is not told has none. */
  const placeOf = (field: number): number | undefined => {
    const at = 4 + 2 * field;
    const offset = at < fields_bytes ? view.getUint16(fields + at, true) : 0;
    return offset === 0 ? undefined : start + offset;
  };
  const follow = (place: number): number => place + view.getUint32(place, true);
  /** First byte and count of a vector. */
  const vectorOf = (field: number): [start: number, count: number] => {
    const place = placeOf(field);
    if (place === undefined) return [0, 0];
    const at = follow(place);
    return [at + 4, view.getUint32(at, true)];
  };
  const bytes = (field: number): Uint8Array => {
    const [from, count] = vectorOf(field);
    return new Uint8Array(view.buffer, view.byteOffset + from, count);
  };
  return {
    byte: (field, otherwise = 0) => {
      const place = placeOf(field);
      return place === undefined ? otherwise : view.getInt8(place);
    },
    int: (field, otherwise = 0) => {
      const place = placeOf(field);
      return place === undefined ? otherwise : view.getInt32(place, true);
    },
    text: (field) => new TextDecoder().decode(bytes(field)),
    ints: (field) => {
      const [from, count] = vectorOf(field);
      return Array.from({ length: count }, (_, index) => view.getInt32(from + 4 * index, true));
    },
    bytes,
    tables: (field) => {
      const [from, count] = vectorOf(field);
      return Array.from({ length: count }, (_, index) => tableAt(view, () => follow(from + 4 * index)));
    },
    table: (field) => {
      const place = placeOf(field);
      return place === undefined ? undefined : tableAt(view, () => follow(place));
    },
  };
}
