/**
 * Every error that Toile answers with: its HTTP status and what it means.
 * `message` in an answer says what to do next; this table is the reference for integrators.
 */
export const error_codes = {
  'request.invalid': { status: 400, meaning: 'A field is missing, too long or of the wrong kind; see `fields`.' },
  'request.bad_json': { status: 400, meaning: 'The body is not JSON.' },
  'request.too_large': { status: 413, meaning: 'The body is larger than this route takes.' },
  'request.unsupported_type': { status: 415, meaning: 'The body is of a type that this route does not read.' },
  'request.not_found': { status: 404, meaning: 'There is nothing at this address, or it is not yours.' },
  'request.too_many': { status: 429, meaning: 'Too many requests; `Retry-After` says when to come back.' },
  'request.cross_site': { status: 403, meaning: 'A browser sent this from another site, or without the X-Toile-Client header.' },
  'people.not_signed_in': { status: 401, meaning: 'The request carries no token, or one that has ended.' },
  'people.not_allowed': { status: 403, meaning: 'Your role or API key does not allow this.' },
  'people.account_needed': { status: 403, meaning: 'Only for people who have signed up.' },
  'people.wrong_credentials': { status: 401, meaning: 'No account has this e-mail with this password.' },
  'people.email_taken': { status: 409, meaning: 'An account with this e-mail exists; sign in instead.' },
  'people.weak_password': { status: 400, meaning: 'The password is one of the most used, or contains the e-mail.' },
  'people.already_signed_up': { status: 409, meaning: 'This person has an account already.' },
  'people.refresh_refused': { status: 401, meaning: 'The refresh token has ended, or was used twice: sign in again.' },
  'people.last_profile': { status: 409, meaning: 'Your own profile cannot be removed; delete the account instead.' },
  'people.too_many_profiles': { status: 409, meaning: 'An account holds at most 12 profiles.' },
  'catalog.bad_link': { status: 400, meaning: 'The link is not a web address that Toile can open.' },
  'catalog.link_refused': { status: 400, meaning: 'The link leads to a private or reserved address.' },
  'catalog.not_a_product': { status: 422, meaning: 'The page shows several products or none.' },
  'catalog.no_sizes': { status: 422, meaning: 'The page names no sizes.' },
  'catalog.not_a_page': { status: 422, meaning: 'What was handed over is not a web page.' },
  'catalog.page_too_large': { status: 422, meaning: 'The page is larger than Toile reads.' },
  'catalog.robots_forbidden': { status: 422, meaning: 'The shop asks programs not to read this page.' },
  'catalog.page_refused': { status: 422, meaning: 'The shop refused to show Toile the page.' },
  'catalog.page_missing': { status: 404, meaning: 'The shop has no page at this link.' },
  'catalog.unknown_shop': { status: 422, meaning: 'Toile cannot read this shop yet.' },
  'catalog.retailer_unavailable': { status: 503, meaning: 'The shop does not answer and nothing is stored.' },
  'catalog.no_chart': { status: 422, meaning: 'No size chart could be read in what was pasted.' },
  'catalog.unlikely_chart': {
    status: 400,
    meaning: 'A measure of the chart is outside what bodies measure; often inches were given as centimetres.',
  },
  'catalog.too_many_corrections': { status: 409, meaning: 'A person may keep at most 100 corrections of size charts.' },
  'fit.no_size_chart': { status: 422, meaning: 'Nothing is known about the sizes of this product.' },
  'fit.unknown_size': { status: 400, meaning: 'The size is not one that this product comes in.' },
  'fit.unlikely_measurement': {
    status: 400,
    meaning: 'A measurement is outside what bodies measure; often inches were given as centimetres.',
  },
  'fit.too_many_owned': { status: 409, meaning: 'A profile holds at most 60 garments that fit.' },
  'platform.database_unavailable': { status: 503, meaning: 'The database does not answer; nothing was saved.' },
  'platform.disk_full': { status: 503, meaning: 'The disk is full; nothing was saved.' },
  'platform.conflict': { status: 409, meaning: 'Two changes met; read again and repeat.' },
  'platform.stopping': { status: 503, meaning: 'The server is stopping; ask again in a moment.' },
  'platform.internal': { status: 500, meaning: 'Something broke on our side; the request id finds it in the log.' },
} as const satisfies Record<string, { status: number; meaning: string }>;

export type ErrorCode = keyof typeof error_codes;
