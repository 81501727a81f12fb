import * as z from 'zod';
import { route } from './route.ts';
import { currency, done, id, listOf, time, withId } from './values.ts';

const area = 'people';
const email = z.string().trim().toLowerCase().max(254).pipe(z.email());
/** With an API key: the integrator's own name for its shopper. */
const forShopper = z.object({ user_id: z.string().trim().min(1).max(120).optional() });
const password = z.string().min(10).max(200).meta({ description: '10 to 200 characters' });
const short_name = z.string().trim().min(1).max(80);
const word_list = z.array(z.string()).max(50);

export const prefs = z.object({
  background_preference: z.enum(['clean', 'original', 'ask']),
  favorite_styles: word_list,
  preferred_colors: word_list,
  disliked: word_list,
  units: z.enum(['cm', 'in']),
  size_system: z.enum(['US', 'UK', 'EU', 'IT', 'FR', 'DE', 'JP', 'letters']),
  locale: z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/),
  currency,
  theme: z.enum(['system', 'light', 'dark']).meta({ description: 'system: as the device has it' }),
  fit_questions: z.enum(['mail', 'app', 'none']).meta({
    description: 'Whether Toile asks, some days after an advice, if it fitted: in the app and by e-mail, only in the app, or not',
  }),
});
export type Prefs = z.infer<typeof prefs>;

/** Words that people give us, each once however it is written; a line break or another control character is none. */
const said_words = z
  .array(
    z
      .string()
      .trim()
      .min(1)
      .max(40)
      .regex(/^\P{Cc}*$/u, 'Write words, without line breaks.'),
  )
  .max(50)
  .overwrite((words) => words.filter((word, i) => words.findIndex((one) => one.toLowerCase() === word.toLowerCase()) === i));

/** The languages that Toile's words come in, or will. */
export const languages = ['en', 'fr', 'de'] as const;

/** What may be changed of the preferences. Stricter than what is shown: an older choice must never lock its owner out. */
const prefs_change = prefs
  .extend({
    favorite_styles: said_words,
    preferred_colors: said_words,
    disliked: said_words,
    locale: z.string().regex(new RegExp(`^(${languages.join('|')})(-[A-Z]{2})?$`), `Choose one of ${languages.join(', ')}.`),
    currency: currency.refine((code) => Intl.supportedValuesOf('currency').includes(code), 'Give a currency in use, like EUR.'),
  })
  .partial();

export const person = z.object({
  id,
  name: z.string().nullable(),
  email: z.string().nullable().meta({ description: 'null while anonymous' }),
  role: z.enum(['shopper', 'boutique', 'operator']),
  prefs,
  is_locale_chosen: z.boolean().meta({ description: 'false: the locale is the one that everybody begins with' }),
  are_units_chosen: z.boolean().meta({ description: 'false: the units are those that everybody begins with' }),
  is_theme_chosen: z.boolean().meta({ description: 'false: the theme is the one that everybody begins with' }),
  created_at: time,
  last_login: time.nullable(),
});
export type Person = z.infer<typeof person>;

/** Tokens for programs; browsers (X-Toile-Client: web) get an httpOnly cookie and no tokens. */
export const signedIn = z.object({
  access_token: z.string().optional(),
  refresh_token: z.string().optional(),
  expires_in: z.int().meta({ description: 'Seconds until the access token, or the cookie, ends' }),
  person,
});
export type SignedIn = z.infer<typeof signedIn>;

/** What was deleted, signed: `toile verify-receipt` checks it. */
export const erasureReceipt = z.object({
  status: z.literal('success'),
  receipt_id: id,
  scope: z.enum(['photos', 'all']),
  person_id: id,
  erased_at: time,
  rows: z.record(z.string(), z.int()).meta({ description: 'How many rows of each area went' }),
  files: z.int().meta({ description: 'How many files went' }),
  files_left: z.int().meta({ description: 'Folders that could not be deleted yet, and will be by itself; 0: nothing is left' }),
  signature: z.string(),
});
export type ErasureReceipt = z.infer<typeof erasureReceipt>;

const authSession = z.object({
  id,
  is_current: z.boolean(),
  kind: z.enum(['browser', 'token']),
  user_agent: z.string(),
  created_at: time,
  last_used_at: time,
});

export const sizing = z.enum(['women', 'men']);
export const profile = z.object({
  id,
  name: z.string(),
  is_self: z.boolean(),
  sizing: sizing.nullable().meta({ description: 'Which size charts this person usually buys from' }),
  created_at: time,
});
export type Profile = z.infer<typeof profile>;

const apiKey = z.object({
  id,
  name: z.string(),
  scopes: z.array(z.enum(['catalog:read', 'fit', 'act_for', 'operate'])),
  rate_limit_per_minute: z.int(),
  created_at: time,
  last_used_at: time.nullable(),
});

export const people_routes = {
  enterAnonymously: route({
    method: 'POST',
    path: '/v1/auth/anonymous',
    area,
    access: 'public',
    cost: 'create_session',
    is_limited_by_address: true,
    summary: 'Become somebody without an account; sign-up later keeps everything',
    status: 201,
    response: signedIn,
    errors: ['request.cross_site'],
  }),
  signUp: route({
    method: 'POST',
    path: '/v1/auth/signup',
    area,
    access: 'public',
    cost: 'log_in',
    summary: 'Make an account, keeping what the anonymous shopper had',
    body: z.object({ email, password, name: short_name.optional() }),
    status: 201,
    response: signedIn,
    errors: ['people.email_taken', 'people.weak_password', 'people.already_signed_up', 'request.cross_site'],
  }),
  logIn: route({
    method: 'POST',
    path: '/v1/auth/login',
    area,
    access: 'public',
    cost: 'log_in',
    summary: 'Sign in; what the anonymous shopper had is merged into the account',
    body: z.object({ email, password: z.string().min(1).max(200) }),
    status: 200,
    response: signedIn,
    errors: ['people.wrong_credentials', 'request.cross_site'],
  }),
  refresh: route({
    method: 'POST',
    path: '/v1/auth/refresh',
    area,
    access: 'public',
    cost: 'log_in',
    summary: 'Exchange a refresh token for a new pair; a token used twice ends its whole family',
    body: z.object({ refresh_token: z.string().min(20).max(200) }),
    status: 200,
    response: signedIn,
    errors: ['people.refresh_refused'],
  }),
  logOut: route({
    method: 'POST',
    path: '/v1/auth/logout',
    area,
    access: 'person',
    cost: 'write',
    summary: 'End this session',
    status: 200,
    response: done,
    errors: [],
  }),
  listSessions: route({
    method: 'GET',
    path: '/v1/auth/sessions',
    area,
    access: 'person',
    cost: 'read',
    summary: 'Where you are signed in',
    status: 200,
    response: listOf('sessions', authSession),
    errors: [],
  }),
  endSession: route({
    method: 'DELETE',
    path: '/v1/auth/sessions/{id}',
    area,
    access: 'person',
    cost: 'write',
    is_owned: true,
    summary: 'Sign out one session',
    params: withId,
    status: 200,
    response: done,
    errors: ['request.not_found'],
  }),
  readMe: route({
    method: 'GET',
    path: '/v1/me',
    area,
    access: 'person',
    cost: 'read',
    summary: 'Who you are to Toile',
    status: 200,
    response: person,
    errors: [],
  }),
  changeMe: route({
    method: 'PATCH',
    path: '/v1/me',
    area,
    access: 'person',
    cost: 'write',
    summary: 'Change your name or preferences',
    body: z.object({ name: short_name.nullable().optional(), prefs: prefs_change.optional() }),
    status: 200,
    response: person,
    errors: [],
  }),
  exportMe: route({
    method: 'GET',
    path: '/v1/me/export',
    area,
    access: 'person',
    cost: 'create_session',
    summary: 'Everything Toile holds about you, by area',
    scope: 'act_for',
    query: forShopper,
    status: 200,
    response: z.object({ exported_at: time, person, areas: z.record(z.string(), z.unknown()) }),
    errors: [],
  }),
  downloadMe: route({
    method: 'GET',
    path: '/v1/me/export.zip',
    area,
    access: 'person',
    cost: 'create_session',
    summary: 'Everything Toile holds about you as one file: `data.json`, your pictures, and `manifest.json`, which names both',
    scope: 'act_for',
    query: forShopper,
    status: 200,
    media_type: 'application/zip',
    response: z.unknown(),
    errors: [],
  }),
  eraseMe: route({
    method: 'DELETE',
    path: '/v1/me',
    area,
    access: 'person',
    cost: 'write',
    summary: 'Delete your account and everything that belongs to it, now',
    scope: 'act_for',
    query: forShopper,
    status: 200,
    response: erasureReceipt,
    errors: [],
  }),
  eraseMyPhotos: route({
    method: 'DELETE',
    path: '/v1/me/photos',
    area,
    access: 'person',
    cost: 'write',
    summary: 'Delete all your photos and everything made from them, now; the rest stays',
    scope: 'act_for',
    query: forShopper,
    status: 200,
    response: erasureReceipt,
    errors: [],
  }),
  listProfiles: route({
    method: 'GET',
    path: '/v1/profiles',
    area,
    access: 'person',
    cost: 'read',
    summary: 'The people whose sizes this account keeps',
    status: 200,
    response: listOf('profiles', profile),
    errors: [],
  }),
  addProfile: route({
    method: 'POST',
    path: '/v1/profiles',
    area,
    access: 'person',
    cost: 'write',
    summary: 'Add a partner, a child: a gift never bends your own sizes',
    body: z.object({ name: short_name, sizing: sizing.nullable().optional() }),
    status: 201,
    response: profile,
    errors: ['people.too_many_profiles'],
  }),
  changeProfile: route({
    method: 'PATCH',
    path: '/v1/profiles/{id}',
    area,
    access: 'person',
    cost: 'write',
    is_owned: true,
    summary: 'Rename a profile or say which charts it buys from',
    params: withId,
    body: z.object({ name: short_name.optional(), sizing: sizing.nullable().optional() }),
    status: 200,
    response: profile,
    errors: ['request.not_found'],
  }),
  removeProfile: route({
    method: 'DELETE',
    path: '/v1/profiles/{id}',
    area,
    access: 'person',
    cost: 'write',
    is_owned: true,
    summary: 'Remove a profile with its measurements and feedback',
    params: withId,
    status: 200,
    response: done,
    errors: ['request.not_found', 'people.last_profile'],
  }),
  readSigningKeys: route({
    method: 'GET',
    path: '/.well-known/jwks.json',
    area,
    access: 'public',
    cost: 'read',
    summary: 'The public keys that check access tokens (JSON Web Key Set)',
    status: 200,
    response: z.object({
      keys: z.array(z.object({ kid: z.string(), kty: z.string(), crv: z.string(), x: z.string(), alg: z.string(), use: z.string() })),
    }),
    errors: [],
  }),
  listApiKeys: route({
    method: 'GET',
    path: '/v1/api-keys',
    area,
    access: 'operator',
    cost: 'read',
    summary: 'The API keys of this server',
    status: 200,
    response: listOf('api_keys', apiKey),
    errors: [],
  }),
  makeApiKey: route({
    method: 'POST',
    path: '/v1/api-keys',
    area,
    access: 'operator',
    cost: 'write',
    summary: 'Make an API key; its secret is shown once',
    body: z.object({
      name: short_name,
      scopes: z
        .array(z.enum(['catalog:read', 'fit', 'act_for', 'operate']))
        .min(1)
        .max(4),
      rate_limit_per_minute: z.int().min(1).max(1_000_000).default(600),
    }),
    status: 201,
    response: apiKey.extend({ secret: z.string() }),
    errors: [],
  }),
  endApiKey: route({
    method: 'DELETE',
    path: '/v1/api-keys/{id}',
    area,
    access: 'operator',
    cost: 'write',
    summary: 'End an API key at once',
    params: withId,
    status: 200,
    response: done,
    errors: ['request.not_found'],
  }),
} as const;
