/**
 * Asks the shop's own server whether it cuts the line between its tabs and those they open, which no script can see otherwise.
 * `unknown` when it may not be asked, does not say, or takes more than two seconds.
 */
export function askOpenerPolicy(tell: (policy: 'kept' | 'cut' | 'unknown') => void): void {
  const judge = (policy: string | null) => (policy === null || /^\s*(unsafe-none|same-origin-allow-popups)/.test(policy) ? 'kept' : 'cut');
  let is_told = false;
  const tellOnce = (policy: 'kept' | 'cut' | 'unknown') => {
    if (is_told) return;
    is_told = true;
    clearTimeout(timer);
    tell(policy);
  };
  const timer = setTimeout(tellOnce, 2000, 'unknown');
  try {
    fetch(window.location.href, { method: 'HEAD' }).then(
      ({ ok, headers }) => tellOnce(ok ? judge(headers.get('cross-origin-opener-policy')) : 'unknown'),
      () => tellOnce('unknown'),
    );
  } catch {
    tellOnce('unknown');
  }
}
