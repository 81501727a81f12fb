/**
 * A page can be read, typed into and pressed before the app that answers is there. What is done until then is kept, and done
 * again in the same order once the app is awake: nothing that somebody typed is lost, and no press is for nothing.
 */

const awake_event = 'toile:awake';

/**
 * Says that the page answers: to what waits for it here, and on the document for whoever looks. A page says it beside its title,
 * because the frame around it awakes before it does.
 */
export function sayAwake(): void {
  document.documentElement.dataset.awake = '';
  document.dispatchEvent(new Event(awake_event));
}

type Typed = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Begins to keep what is done. `onFirst` is called when somebody does something, so that the app may hurry. */
export function keepEarlyActs(onFirst: () => void): void {
  const acts = new Map<Element, () => void>();
  const keep = (element: Element, again: () => void): void => {
    // Typed twice counts once, and as late as the last time.
    acts.delete(element);
    acts.set(element, again);
    onFirst();
  };
  const onTyped = (event: Event): void => {
    const { target } = event;
    if (!isTyped(target)) return;
    event.stopPropagation();
    keep(target, () => typeAgain(target));
  };
  const onSubmit = (event: SubmitEvent): void => {
    const form = event.target as HTMLFormElement;
    event.preventDefault();
    event.stopPropagation();
    const { submitter } = event;
    // Pressed again, so that a button which answers for itself does.
    keep(form, () => (submitter ? submitter.click() : form.requestSubmit()));
  };
  const onPressed = (event: Event): void => {
    const { target } = event;
    // React takes the click on a tick for its change, and the change itself is kept above: heard twice, it would be taken back.
    if (isTyped(target) && isTick(target)) return event.stopPropagation();
    const button = target instanceof Element ? target.closest<HTMLElement>('button, [role="button"], [role="tab"]') : null;
    // A form tells of its own sending, and what a browser opens by itself is open already.
    if (!button || isSubmit(button) || button.matches('[popovertarget], [commandfor]')) return;
    event.stopPropagation();
    keep(button, () => button.click());
  };
  const listened = [
    ['input', onTyped],
    ['change', onTyped],
    ['submit', onSubmit],
    ['click', onPressed],
  ] as [string, EventListener][];
  // At the window, before React: a part of the page may be awake already, and nothing may be done twice.
  for (const [name, listener] of listened) window.addEventListener(name, listener, true);
  // Even this came later than the fields: what was changed in them meanwhile, or is restored from an earlier visit, counts too.
  for (const element of document.querySelectorAll<Typed>('input, textarea, select'))
    if (isChanged(element)) keep(element, () => typeAgain(element));
  const doAllAgain = (): void => {
    for (const [name, listener] of listened) window.removeEventListener(name, listener, true);
    void inOrder(acts.values());
  };
  // Not in the midst of React's own work, where it answers nobody.
  document.addEventListener(awake_event, () => setTimeout(doAllAgain), { once: true });
}

/** One after the other: what is sent must know of what was typed. */
async function inOrder(acts: Iterable<() => void>): Promise<void> {
  for (const again of acts) {
    again();
    await Promise.resolve();
  }
}

const isTyped = (target: EventTarget | null): target is Typed =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;

const isTick = (element: Typed): element is HTMLInputElement =>
  element instanceof HTMLInputElement && (element.type === 'checkbox' || element.type === 'radio');

function isChanged(element: Typed): boolean {
  if (element instanceof HTMLSelectElement)
    return Array.from(element.options).some(({ selected, defaultSelected }) => selected !== defaultSelected);
  return isTick(element) ? element.checked !== element.defaultChecked : element.value !== element.defaultValue;
}

const isSubmit = (element: Element): boolean => element instanceof HTMLButtonElement && element.form !== null && element.type === 'submit';

/**
 * React tells typing from its own writing by what it saw last, through the element's own property: so it is shown something else
 * first, and the value is then set as a hand would, past that property. It must have seen the element at all: an event by itself,
 * of which nothing follows, makes it look. What was changed and changed back is as the page has it.
 */
function typeAgain(element: Typed): void {
  if (!element.isConnected || !isChanged(element)) return;
  const { value } = element;
  element.dispatchEvent(new Event('input', { bubbles: true }));
  if (isTick(element)) {
    element.checked = !element.checked;
    element.click();
    return;
  }
  if (!(element instanceof HTMLSelectElement)) element.value = '';
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element) as object, 'value')?.set?.call(element, value);
  for (const name of ['input', 'change']) element.dispatchEvent(new Event(name, { bubbles: true }));
  // Some fields answer when they are left, which this one was already.
  if (element !== document.activeElement) element.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
}
