/** Opens a blank tab, or gives null where the browser or the shop lets none open. */
export function openTab(): Window | null {
  try {
    const tab = window.open('', '_blank');
    // A shop that replaced `open` may give anything; a tab whose page we can write is one.
    if (!tab?.document.body) return null;
    const referrer = tab.document.createElement('meta');
    // Says which shop this is even where the shop hides it, or where Toile speaks plain http; never which page.
    referrer.name = 'referrer';
    referrer.content = 'origin';
    tab.document.head.appendChild(referrer);
    return tab;
  } catch {
    return null;
  }
}
