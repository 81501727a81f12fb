import type { BackgroundColor, CleanState, GarmentGuesses, PhotoProblem, PhotoState, ReturnFormat } from '#contract/garments.ts';

export const picture_kinds = ['original', 'clean', 'studio', 'thumb', 'mask', 'given'] as const;
/**
 * `original` as it was taken, set upright; `clean` without its background; `studio` the same on our own white; `thumb` small; `mask` what
 * its owner painted, `given` what came cut out already: both never shown.
 */
export type PictureKind = (typeof picture_kinds)[number];
export type ProblemCode = PhotoProblem['code'];

/** The tables of this area. */
export type GarmentsTables = {
  garments_garments: {
    id: string;
    owner_id: string;
    photo_state: PhotoState;
    clean_state: CleanState;
    upload_id: string | null;
    photo_id: string | null;
    problem: ProblemCode | null;
    doubts: string[];
    wants_clean: boolean;
    bg_color: BackgroundColor;
    clean_format: ReturnFormat;
    attempts: number;
    working_since: string | null;
    created_at: string;
  };
  garments_pictures: {
    id: string;
    garment_id: string;
    photo_id: string;
    kind: PictureKind;
    media_type: string;
    width: number;
    height: number;
    size_bytes: number;
    created_at: string;
  };
  garments_tags: {
    garment_id: string;
    photo_id: string;
    guesses: GarmentGuesses;
    embedding: Buffer;
    network_version: string;
    made_at: string;
  };
};
export type TagsRow = GarmentsTables['garments_tags'];
export type GarmentRow = GarmentsTables['garments_garments'];
export type PictureRow = GarmentsTables['garments_pictures'];
