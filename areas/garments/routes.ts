import { garment_routes as routes } from '#contract/garments.ts';
import { bind, type BoundRoute } from '#platform/area/area.ts';
import { readGarmentPicture } from './read-picture.ts';

export const garments_bound: BoundRoute[] = [bind(routes.readGarmentPicture, (ctx, { params }) => readGarmentPicture(ctx, params.token))];
