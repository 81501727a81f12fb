import type { PictureKind, PictureRow } from './garments-tables.ts';

export const picture_extensions = ['jpg', 'png', 'webp'] as const;

/** Where a picture lies in a download, by the garment's id, which is that of the thing in the wardrobe too. */
export const picturePath = (garment_id: string, kind: PictureKind, extension: string): string =>
  `pictures/${garment_id}/${kind}.${extension}`;

export const extensionOf = ({ media_type }: Pick<PictureRow, 'media_type'>): string =>
  media_type === 'image/jpeg' ? 'jpg' : media_type.replace('image/', '');
