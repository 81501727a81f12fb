interface BookmarkletOptions {
  /** Where this Toile answers, as `https://host`. */
  origin: string;
  /** Said when the browser blocks the new tab. */
  blocked_message: string;
}

/** How long the shop's page listens for the new tab, in ms: slow phones need seconds, and nothing may stay behind for good. */
const patience_ms = 60_000;

/**
 * Writes the bookmark that hands the page to Toile as the shopper's own browser sees it.
 * It opens `/hand-over`, waits for that tab to say `toile:ready`, sends the page to that origin only, and stops listening.
 */
export function writeBookmarklet({ origin, blocked_message }: BookmarkletOptions): string {
  const code = `(function(){
    var o=${JSON.stringify(origin)},w=window.open(o+'/hand-over','_blank');
    if(!w){alert(${JSON.stringify(blocked_message)});return}
    function end(){removeEventListener('message',on);clearTimeout(t)}
    function on(e){
      if(e.origin!==o||e.source!==w||e.data!=='toile:ready')return;
      end();
      w.postMessage({type:'toile:page',url:location.href,html:document.documentElement.outerHTML},o)
    }
    var t=setTimeout(end,${patience_ms});
    addEventListener('message',on)
  })();void 0`;
  return `javascript:${encodeURIComponent(code.replaceAll(/\n\s*/g, ''))}`;
}
