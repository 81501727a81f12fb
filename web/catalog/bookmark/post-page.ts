interface Post {
  origin: string;
  url: string;
  html: string;
  /** When the page's policy forbids forms to leave. */
  onRefused: () => void;
}

/**
 * Sends the page to Toile as a form of this document, which thereby becomes Toile's. As text/plain it goes as it is:
 * escaped for the web a page doubles. The form is gone again at once.
 */
export function postPage(from: Document, { origin, url, html, onRefused }: Post): void {
  const form = from.createElement('form');
  form.method = 'post';
  form.action = `${origin}/hand-over`;
  form.enctype = 'text/plain';
  form.acceptCharset = 'utf-8';
  const add = (name: string, value: string) => {
    const field = from.createElement('textarea');
    field.name = name;
    field.value = value;
    form.appendChild(field);
  };
  add('url', url);
  add('html', html);
  form.hidden = true;
  const stop = () => from.removeEventListener('securitypolicyviolation', hear);
  const hear = (event: SecurityPolicyViolationEvent) => {
    if (event.effectiveDirective !== 'form-action') return;
    stop();
    onRefused();
  };
  from.addEventListener('securitypolicyviolation', hear);
  // The policy is asked before anything is sent; its answer comes within a moment or not at all.
  setTimeout(stop, 2000);
  from.documentElement.appendChild(form);
  // A shop may have a field named submit, or have replaced the method; this one is the browser's, unless it was replaced at its root.
  HTMLFormElement.prototype.submit.call(form);
  form.remove();
}
