import { body_build_routes as build_routes } from '#contract/body-build.ts';
import { contradiction_routes } from '#contract/contradictions.ts';
import { fit_routes as routes } from '#contract/fit.ts';
import { fit_zone_routes as zone_routes } from '#contract/fit-zones.ts';
import { outcome_routes } from '#contract/outcomes.ts';
import { model_routes } from '#contract/models.ts';
import { owned_garment_routes as owned_routes } from '#contract/owned-garments.ts';
import { try_routes } from '#contract/tries.ts';
import { bind, type BoundRoute } from '#platform/area/area.ts';
import { adviseSize } from './advise-size.ts';
import { askSize } from './ask-size.ts';
import { readBuild, setBuild } from './body-build.ts';
import { tellContradictions } from './contradictions.ts';
import { forgetFitZone, listFitZones, setFitZone } from './fit-zones.ts';
import { changeMeasurements, readMeasurements } from './measurements.ts';
import { addOwnedGarment, changeOwnedGarment, listOwnedGarments, removeOwnedGarment } from './owned-garments.ts';
import { reportOutcomes } from './outcomes/report-outcomes.ts';
import { askForTraining } from './learning/train-size-model.ts';
import { listFittings, readFitting } from './show-fitting.ts';
import { startFitting } from './start-fitting.ts';
import { submitOutcome } from './submit-outcome.ts';
import { takeBackTry, tellTries } from './tell-tries.ts';

export const fit_bound: BoundRoute[] = [
  bind(routes.startFitting, (ctx, { body }) => startFitting(ctx, body)),
  bind(routes.recommendSize, (ctx, { body }) => adviseSize(ctx, body)),
  bind(routes.askSize, (ctx, { query }) => askSize(ctx, query)),
  bind(routes.submitOutcome, (ctx, { body }) => submitOutcome(ctx, body)),
  bind(outcome_routes.reportOutcomes, (ctx, { body }) => reportOutcomes(ctx, body.outcomes)),
  bind(routes.readFitting, (ctx, { params, query }) => readFitting(ctx, { ...params, ...query })),
  bind(routes.listFittings, (ctx, { query }) => listFittings(ctx, query)),
  bind(routes.readMeasurements, (ctx, { params }) => readMeasurements(ctx, params.id)),
  bind(routes.changeMeasurements, (ctx, { params, body }) => changeMeasurements(ctx, params.id, body)),
  bind(build_routes.readBuild, (ctx, { params }) => readBuild(ctx, params.id)),
  bind(build_routes.setBuild, (ctx, { params, body }) => setBuild(ctx, params.id, body)),
  bind(try_routes.listTries, async (ctx, { params }) => ({ tries: await tellTries(ctx, params.id), next_cursor: null })),
  bind(try_routes.takeBackTry, async (ctx, { params }) => {
    await takeBackTry(ctx, { profile_id: params.id, try_id: params.try_id });
    return { status: 'success' as const };
  }),
  bind(owned_routes.listOwnedGarments, async (ctx, { params }) => ({
    owned_garments: await listOwnedGarments(ctx, params.id),
    next_cursor: null,
  })),
  bind(owned_routes.addOwnedGarment, (ctx, { params, body }) => addOwnedGarment(ctx, params.id, body)),
  bind(owned_routes.changeOwnedGarment, (ctx, { params, body }) => changeOwnedGarment(ctx, params, body)),
  bind(owned_routes.removeOwnedGarment, async (ctx, { params }) => {
    await removeOwnedGarment(ctx, params.id, params.owned_id);
    return { status: 'success' as const };
  }),
  bind(contradiction_routes.listContradictions, async (ctx, { params }) => ({
    contradictions: await tellContradictions(ctx, params.id),
    next_cursor: null,
  })),
  bind(zone_routes.listFitZones, async (ctx, { params }) => ({ ...(await listFitZones(ctx, params.id)), next_cursor: null })),
  bind(zone_routes.setFitZone, (ctx, { params, body }) => setFitZone(ctx, params, body)),
  bind(model_routes.trainSizeModel, (ctx) => askForTraining(ctx)),
  bind(zone_routes.forgetFitZone, (ctx, { params }) => forgetFitZone(ctx, params)),
];
