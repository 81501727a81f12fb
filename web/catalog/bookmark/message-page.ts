interface Message {
  tab: Window;
  origin: string;
  /** Toile's address, which the tab opens. */
  address: string;
  url: string;
  html: string;
}

/** Opens Toile in the tab, waits until it says that it is ready, and sends the page. Then, or after a minute, nothing listens any more. */
export function messagePage({ tab, origin, address, url, html }: Message): void {
  // The new tab's own functions, which no script of the shop's has touched; called for this window.
  // oxlint-disable-next-line typescript/unbound-method
  const { addEventListener, removeEventListener } = tab;
  const end = () => {
    removeEventListener.call(window, 'message', hear as EventListener);
    clearTimeout(timer);
  };
  const hear = (event: MessageEvent) => {
    if (event.origin !== origin || event.source !== tab || event.data !== 'toile:ready') return;
    end();
    tab.postMessage({ type: 'toile:page', url, html }, origin);
  };
  // Slow phones need seconds, and nothing may stay behind for good.
  const timer = setTimeout(end, 60_000);
  addEventListener.call(window, 'message', hear as EventListener);
  tab.location.replace(address);
}
