type Headers = Record<string, string>;

const coop = 'cross-origin-opener-policy';
const csp = 'content-security-policy';

/** Headers with which a message to the new tab arrives. */
export const keeps_the_line: Record<string, Headers> = {
  'no policy': {},
  'a strict policy': { [csp]: "default-src 'self'; script-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'self'" },
  'its tabs kept to the pop-ups it opens': { [coop]: 'same-origin-allow-popups' },
  'trusted types': { [csp]: "require-trusted-types-for 'script'; trusted-types 'none'" },
  'forms kept to itself': { [csp]: "form-action 'self'" },
  'no referrer': { 'referrer-policy': 'no-referrer' },
  // As large American shops send it: who may frame it, and https for all.
  'upgraded requests': { [csp]: "frame-ancestors 'self' https://*.contentstack.com; upgrade-insecure-requests; block-all-mixed-content" },
  // As British shops send it: long lists of whose scripts run.
  'a long list of scripts': {
    [csp]: `default-src 'self' https: data: blob:; script-src 'self' 'unsafe-inline' 'unsafe-eval' ${Array.from({ length: 60 }, (_, i) => `https://tag${i}.example`).join(' ')}; object-src 'none'`,
  },
};

/** Headers that cut the line, or hide whether they do: the page goes as a form. */
export const needs_the_form: Record<string, Headers> = {
  'tabs cut apart': { [coop]: 'same-origin' },
  'tabs cut apart, embedders too': { [coop]: 'same-origin', 'cross-origin-embedder-policy': 'require-corp' },
  'tabs cut apart, no referrer': { [coop]: 'same-origin', 'referrer-policy': 'no-referrer' },
  'nothing allowed at all': { [csp]: "default-src 'none'" },
  'nothing allowed, tabs cut apart': { [csp]: "default-src 'none'", [coop]: 'same-origin' },
  'trusted types, tabs cut apart': { [csp]: "require-trusted-types-for 'script'; trusted-types 'none'", [coop]: 'same-origin' },
};

/** Headers that leave no road but the clipboard. */
export const needs_the_clipboard: Record<string, Headers> = {
  'tabs cut apart and forms kept': { [csp]: "form-action 'self'", [coop]: 'same-origin' },
  'nothing allowed, no forms, tabs cut apart': { [csp]: "default-src 'none'; form-action 'none'", [coop]: 'same-origin' },
};

/** Headers that do not let ask and forbid forms, yet keep the line: the button goes on by message, nothing is pasted. */
export const hides_the_line: Headers = { [csp]: "default-src 'none'; form-action 'none'" };
