import type { PictureRow } from './tryon-tables.ts';

/** Where a photo of a person lies. */
export const photoFolder = (photo_id: string): string => `tryon-photos/${photo_id}/`;
export const photoKey = (photo_id: string): string => `${photoFolder(photo_id)}photo`;

/** All that was ever made for a session lies here, whichever attempt made it. */
export const sessionFolder = (session_id: string): string => `tryon/${session_id}/`;
export const pictureKey = (row: Pick<PictureRow, 'id' | 'session_id' | 'attempt' | 'kind'>): string =>
  row.kind === 'nudged' ? `${nudgedFolder(row)}picture` : `${sessionFolder(row.session_id)}${row.attempt}/${row.kind}`;

/** Each redrawing lies apart, so that one that comes to nothing leaves the one before as it is. */
export const nudgedFolder = ({ id, session_id, attempt }: Pick<PictureRow, 'id' | 'session_id' | 'attempt'>): string =>
  `${sessionFolder(session_id)}${attempt}/nudged/${id}/`;
