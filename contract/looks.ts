import * as z from 'zod';
import { route } from './route.ts';
import { boutiqueOfItem, lookShare, nudges, triedItem, tryOnSession } from './tryon.ts';
import { done, time, withId } from './values.ts';

const area = 'tryon';

/** How long a link to a look may hold, in days. */
export const share_days = [1, 7, 30] as const;

/** A garment of a shared look: what is for sale as it is sold now, what somebody owns by its kind alone. */
export const sharedItem = triedItem
  .pick({ title: true, brand: true, category: true, color: true, product_id: true, price_minor: true, currency: true, product_url: true })
  .extend({ boutique: boutiqueOfItem.pick({ slug: true, name: true }).nullable() });
export type SharedItem = z.infer<typeof sharedItem>;
export const sharedLook = z.object({
  picture_url: z.string(),
  width: z.int(),
  height: z.int(),
  items: z.array(sharedItem),
  expires_at: time,
});
export type SharedLook = z.infer<typeof sharedLook>;

const own = { area, access: 'person', is_owned: true, params: withId } as const;
const files = ['platform.storage_unavailable', 'platform.storage_damaged'] as const;
const shared = {
  area,
  access: 'public',
  method: 'GET',
  cost: 'read',
  is_limited_by_address: true,
  params: z.object({ token: z.string().min(1).max(100) }),
  status: 200,
} as const;

/** What is done with a look that is made: kept, moved, shared. */
export const look_routes = {
  saveLook: route({
    ...own,
    method: 'PUT',
    path: '/v1/tryon/sessions/{id}/look',
    cost: 'write',
    summary: 'Keep a look: it is no longer deleted after a day',
    status: 200,
    response: tryOnSession,
    errors: ['request.not_found', 'tryon.session_expired', 'tryon.no_look', 'wardrobe.too_many_saved'],
  }),
  unsaveLook: route({
    ...own,
    method: 'DELETE',
    path: '/v1/tryon/sessions/{id}/look',
    cost: 'write',
    summary: 'Keep a look no longer: it is deleted a day from now',
    status: 200,
    response: tryOnSession,
    errors: ['request.not_found', 'tryon.session_expired', 'tryon.no_look'],
  }),
  nudgeLook: route({
    ...own,
    method: 'PUT',
    path: '/v1/tryon/sessions/{id}/nudges',
    cost: 'write',
    summary: 'Keep how the cloth of a look was moved: its picture is drawn so. Without any nudge it is the first drawing again',
    body: z.object({ nudges }),
    status: 200,
    response: tryOnSession,
    errors: ['request.not_found', 'tryon.session_expired', 'tryon.no_look', 'tryon.no_layers', ...files, 'platform.busy'],
  }),
  shareLook: route({
    ...own,
    method: 'POST',
    path: '/v1/tryon/sessions/{id}/share',
    cost: 'write',
    summary: 'Make a link by which anybody sees a look for some days; the one before ends. The link is told only now',
    body: z.object({
      days: z.literal(share_days).default(7),
      is_agreed: z.literal(true).meta({ description: 'Whoever is in the picture agrees. Put it as a question, unticked' }),
    }),
    status: 201,
    response: lookShare.extend({ url: z.string() }),
    errors: ['request.not_found', 'tryon.session_expired', 'tryon.no_look', 'tryon.not_drawn_here'],
  }),
  unshareLook: route({
    ...own,
    method: 'DELETE',
    path: '/v1/tryon/sessions/{id}/share',
    cost: 'write',
    summary: 'Take the link to a look back: it opens nothing any more. Again changes nothing',
    status: 200,
    response: done,
    errors: ['request.not_found', 'tryon.session_expired'],
  }),
  readSharedLook: route({
    ...shared,
    path: '/v1/shared-looks/{token}',
    summary: 'A look that somebody shared by a link: its picture and garments, and nothing of whose it is',
    response: sharedLook,
    errors: ['tryon.share_ended'],
  }),
  readSharedPicture: route({
    ...shared,
    path: '/v1/shared-looks/{token}/picture',
    summary: 'Its picture',
    media_type: 'image/*',
    response: z.unknown(),
    errors: ['request.not_found', 'tryon.share_ended', ...files],
  }),
} as const;
