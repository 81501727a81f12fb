/** Parameters that tell where somebody came from. */
const tracking = /^(?:utm_|gclid$|gbraid$|wbraid$|fbclid$|msclkid$|mc_|ref$|srsltid$|_ga)/i;
/** Parameters that may tell who somebody is, or let others act as them. */
const personal =
  /^(?:.*(?:session|token|secret|passw|auth|email|e-mail|phone|login|signature|apikey|api_key|jwt|otp)|sid|phpsessid|jsessionid|uid|user|userid|user_id|customer|customer_id|mail|key|sig|code|state|nonce)$/i;

/** Gives a link without what tracks people, says who they are, or opens doors in their name: what is kept of a link may be shown to others. */
export function publicLink(link: URL): URL {
  const kept = new URL(link);
  kept.hash = '';
  const rest = [...kept.searchParams].filter(([name]) => !tracking.test(name) && !personal.test(name));
  // Written anew only where something was taken out: some shops are particular about how theirs is spelled.
  if (rest.length < kept.searchParams.size) kept.search = new URLSearchParams(rest).toString();
  return kept;
}
