import type { PictureRow } from './tryon-tables.ts';

/** Where a photo of a person lies. */
export const photoFolder = (photo_id: string): string => `tryon-photos/${photo_id}/`;
export const photoKey = (photo_id: string): string => `${photoFolder(photo_id)}photo`;

/** All that was ever made for a session lies here, whichever attempt made it. */
export const sessionFolder = (session_id: string): string => `tryon/${session_id}/`;
export const pictureKey = ({ session_id, attempt, kind }: Pick<PictureRow, 'session_id' | 'attempt' | 'kind'>): string =>
  `${sessionFolder(session_id)}${attempt}/${kind}`;
