const key = 'toile.reloaded';

/** Loads the page again, unless that was tried and the page has not started since: a file that is gone for good must not make a circle. */
export function reloadOnce(): void {
  try {
    if (sessionStorage.getItem(key)) return;
    sessionStorage.setItem(key, '1');
  } catch {
    // Storage may be shut: without a note of it nothing would end the circle, and the broken page offers to load again.
    return;
  }
  window.location.reload();
}

/** Notes that the page stands, with all the files it begins with: the next version may be loaded again too. */
export function noteGoodStart(): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // As above.
  }
}
