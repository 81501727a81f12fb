import type {
  MannequinName,
  PersonPhotoProblem,
  PersonPhotoState,
  RendererRefusal,
  TriedItem,
  TriedPart,
  TryOnProblem,
  TryOnSession,
  TryOnState,
} from '#contract/tryon.ts';
import type { Breaker } from '#platform/outbound/breaker.ts';
import type { Nudges } from '#science/look-layers/nudge-cloth.ts';
import type { Joints } from '#science/body/joints.ts';
import type { GarmentShape } from '#science/try-on/try-on.ts';

/** What was wished beside the garments. */
export interface Wishes {
  /** Somebody confirmed all that has to be, before the photo may leave the house; absent in sessions from before there was anywhere to go. */
  may_leave?: boolean;
  /** A drawn figure instead of a photo. */
  mannequin?: MannequinName;
  prefer_clean_item_images: boolean;
  view_options: { rotate?: boolean | number | undefined; perspective?: boolean | number | undefined };
}

/** The tables of this area. */
export type TryonTables = {
  tryon_photos: {
    id: string;
    person_id: string | null;
    state: PersonPhotoState;
    upload_id: string | null;
    width: number | null;
    height: number | null;
    problem: PersonPhotoProblem | null;
    garments: Record<GarmentShape, PersonPhotoProblem | null> | null;
    joints: Joints | null;
    created_at: string;
    expires_at: string;
    expired_at: string | null;
  };
  tryon_sessions: {
    id: string;
    person_id: string | null;
    photo_id: string | null;
    status: TryOnState;
    stage: TryOnSession['stage'];
    item_ids: string[];
    items: TriedItem[] | null;
    wishes: Wishes | null;
    idempotency_key: string | null;
    request_hash: string | null;
    attempts: number;
    progress: number;
    confidence: number | null;
    parts: TriedPart[] | null;
    renderer: TryOnSession['renderer'];
    problem: TryOnProblem | null;
    /** What an outside renderer drew it of. */
    content_key: string | null;
    /** Somebody else's model drew it once, kept or not. */
    is_drawn_outside: boolean;
    /** How far its person moved the points of the cloth. */
    nudges: Nudges | null;
    created_at: string;
    started_at: string | null;
    ended_at: string | null;
    saved_at: string | null;
    expires_at: string;
    expired_at: string | null;
  };
  tryon_transitions: { session_id: string; from_status: TryOnState | null; to_status: TryOnState; reason: string | null; at: string };
  tryon_pictures: {
    id: string;
    session_id: string;
    attempt: number;
    kind: LookPicture;
    media_type: string;
    width: number;
    height: number;
    size_bytes: number;
  };
  tryon_outside_renderers: Breaker & { name: string; refusal: RendererRefusal | null };
  tryon_outside_calls: { id: string; renderer: string; person_id: string | null; calls: number; is_paid: boolean; at: string };
  tryon_shares: { session_id: string; token_hash: string; created_at: string; expires_at: string };
  tryon_feedback: { session_id: string; accuracy: number; notes: string | null; given_at: string };
};
/** What a renderer gives, and the whole as its person moved the cloth. */
export type LookPicture = 'preview' | 'person' | 'garment' | 'shading' | 'nudged';
export type PhotoRow = TryonTables['tryon_photos'];
export type SessionRow = TryonTables['tryon_sessions'];
export type PictureRow = TryonTables['tryon_pictures'];
export type ShareRow = TryonTables['tryon_shares'];
export type OutsideRendererRow = TryonTables['tryon_outside_renderers'];
