/**
 * Only our own files run. Pictures may come from any https shop, because products are shown as the shop shows them;
 * inline styles are allowed because React writes sizes of drawings into `style`.
 */
export const content_security_policy = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'https:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  // Plain http on localhost and inside a private network must keep working.
  upgradeInsecureRequests: null,
};
