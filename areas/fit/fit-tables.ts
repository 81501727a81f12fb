import type { BuildLevel, BuildPlace } from '#contract/body-build.ts';
import type { DimensionName } from '#contract/catalog.ts';
import type { SizedCategory } from '#contract/garment-kinds.ts';
import type { BodyMeasurements, FitFeedback, SizeAdvice } from '#contract/fit.ts';
import type { ZoneKind } from '#contract/fit-zones.ts';

type Judged = { [K in BuildPlace]: BuildLevel | null };

type Known = { [K in keyof BodyMeasurements]-?: NonNullable<BodyMeasurements[K]> | null };

/** The tables of this area. */
export type FitTables = {
  fit_measurements: Known & { profile_id: string; updated_at: string };
  fit_builds: Judged & { profile_id: string; updated_at: string };
  fit_owned_garments: {
    id: string;
    profile_id: string;
    brand: string;
    category: SizedCategory;
    size: string;
    sizing: 'women' | 'men' | null;
    overall: FitFeedback['overall'];
    description: string | null;
    garment_cm: Partial<Record<DimensionName, number>> | null;
    created_at: string;
  };
  fit_zones: { profile_id: string; kind: ZoneKind; name: DimensionName; low_cm: number; high_cm: number; set_at: string };
  fit_fittings: { id: string; person_id: string; profile_id: string; product_id: string; created_at: string };
  fit_advices: {
    id: string;
    fitting_id: string;
    recommended_size: string | null;
    confidence: number;
    scores: SizeAdvice['all_scores'];
    evidence: SizeAdvice['evidence'];
    created_at: string;
  };
  fit_feedback: {
    id: string;
    fitting_id: string;
    advice_id: string | null;
    size_tried: string;
    fit_feedback: FitFeedback;
    /** null: not said. */
    would_keep: boolean | null;
    notes: string | null;
    created_at: string;
  };
  fit_outcomes: {
    id: string;
    caller_id: string;
    external_id: string;
    person_id: string;
    profile_id: string;
    product_id: string;
    size: string;
    outcome: 'kept' | 'returned';
    reason: 'too_small' | 'too_large' | 'other' | null;
    fit_feedback: FitFeedback | null;
    advice_id: string | null;
    is_counted: boolean;
    at: string;
    told_at: string;
  };
  fit_taken_back: { caller_id: string; external_id: string; person_id: string; taken_back_at: string };
  fit_size_outcomes: {
    product_id: string;
    size: string;
    tried: number;
    kept: number;
    kept_unsaid: number;
    felt_small: number;
    felt_large: number;
  };
  fit_counted_events: { event_id: string; counted_at: string };
};
