import { body_build_routes } from './body-build.ts';
import { catalog_routes } from './catalog.ts';
import { contradiction_routes } from './contradictions.ts';
import { fit_routes } from './fit.ts';
import { garment_routes } from './garments.ts';
import { import_routes } from './imports.ts';
import { inbox_routes } from './inbox.ts';
import { insight_routes } from './insight.ts';
import { fit_zone_routes } from './fit-zones.ts';
import { owned_garment_routes } from './owned-garments.ts';
import { model_routes } from './models.ts';
import { operation_routes } from './operation.ts';
import { outcome_routes } from './outcomes.ts';
import { people_routes } from './people.ts';
import { shop_window_routes } from './shop-window.ts';
import { size_chart_routes } from './size-charts.ts';
import { try_routes } from './tries.ts';
import { tryon_routes } from './tryon.ts';
import { look_routes } from './looks.ts';
import { saved_routes } from './saved.ts';
import { wardrobe_routes } from './wardrobe.ts';
import { webhook_routes } from './webhooks.ts';

/** Every route of the API, by the name of what it does. */
export const routes = {
  ...operation_routes,
  ...model_routes,
  ...people_routes,
  ...import_routes,
  ...catalog_routes,
  ...shop_window_routes,
  ...size_chart_routes,
  ...fit_routes,
  ...body_build_routes,
  ...owned_garment_routes,
  ...try_routes,
  ...outcome_routes,
  ...insight_routes,
  ...inbox_routes,
  ...fit_zone_routes,
  ...contradiction_routes,
  ...webhook_routes,
  ...garment_routes,
  ...wardrobe_routes,
  ...saved_routes,
  ...tryon_routes,
  ...look_routes,
} as const;
export type Routes = typeof routes;
