import sharp from 'sharp';
import type { Area } from '#platform/area/area.ts';
import { cut_out } from './cut-out-job.ts';
import { personal_data } from './personal-data.ts';
import { garments_bound } from './routes.ts';
import { sweep } from './sweep.ts';
import { tag_photo } from './tag-photo.ts';
import { checkLocalReader } from './tagging/local-reader.ts';
import { take_in } from './take-in.ts';

/** The thing worn: its photos and what is made of them. See README.md. */
export const garments: Area = {
  name: 'garments',
  migrations: new URL('migrations/', import.meta.url),
  routes: garments_bound,
  jobs: [take_in, cut_out, tag_photo, sweep],
  commands: [],
  subscriptions: [],
  personal_data,
  open: async ({ config }) => {
    // One core a picture, so that two photos being taken in leave room for whoever is being served.
    sharp.concurrency(1);
    // A folder that cannot serve is told at the start, not by the first photo.
    if (config.EMBEDDER_DIR) await checkLocalReader(config.EMBEDDER_DIR);
  },
};

export { addGarment, findPhotoUrl, openPhoto } from './add-garment.ts';
export { bringPhoto, lacksPhoto, photosIn, type KeptPhotos } from './bring-photo.ts';
export { garmentsTopic } from './announce.ts';
export { askForClean } from './ask-for-clean.ts';
export { cutOutForNow, hasPhoto, readToWear } from './picture-to-wear.ts';
export { photoUnfinished } from './errors.ts';
export { keepOriginal } from './keep-original.ts';
export { listSimilar } from './list-similar.ts';
export { embeddingVersion, embedPicture, type Embedded } from './embed-picture.ts';
export { isPhotoProblem } from './errors.ts';
export { noteUploaded } from './note-uploaded.ts';
export { uprightLayer, uprightPhoto } from './photo/normalise-photo.ts';
export { nameHex } from './tagging/name-hex.ts';
export { presentPhotos, type SeenGarment } from './present-photos.ts';
export { rankAlike } from './rank-alike.ts';
export { removeGarments } from './remove-garments.ts';
export { findEmbedding } from './tags.store.ts';
export { takePicture } from './take-picture.ts';
