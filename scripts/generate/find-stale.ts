/** Names the files whose text on disk is not the generated one, or that are missing. A checkout with CRLF line ends is not stale. */
export function findStale(files: ReadonlyMap<string, string>, read: (path: string) => string | undefined): string[] {
  return [...files].filter(([path, text]) => read(path)?.replaceAll('\r\n', '\n') !== text).map(([path]) => path);
}
