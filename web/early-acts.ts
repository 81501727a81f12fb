/**
 * A page can be read, typed into and pressed before the app that answers is there. What is done until then is kept, and done
 * again in the same order once the app is awake: nothing that somebody typed is lost, and no press is for nothing.
 */

/** In a field this long a text, in one line perhaps, would stop the page; the app knows what else to do with it. */
const long_text = 20_000;
const awake_event = 'toile:awake';

/** Says that the app answers: to what waits for it here, and on the document for whoever looks. */
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
  const onTyped = ({ target }: Event): void => {
    if (isTyped(target)) keep(target, typedAgain(target));
  };
  const onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text.length < long_text || !isTyped(event.target)) return;
    event.preventDefault();
    const { target } = event;
    keep(target, () => pasteAgain(target, text));
  };
  const onSubmit = (event: SubmitEvent): void => {
    const form = event.target as HTMLFormElement;
    event.preventDefault();
    keep(form, () => form.requestSubmit(event.submitter));
  };
  const onPressed = ({ target }: Event): void => {
    const button = target instanceof Element ? target.closest<HTMLElement>('button, [role="button"], [role="tab"]') : null;
    // A form tells of its own sending, and what a browser opens by itself is open already.
    if (button && !isSubmit(button) && !button.matches('[popovertarget], [commandfor]')) keep(button, () => button.click());
  };
  const listened = [
    ['input', onTyped],
    ['change', onTyped],
    ['paste', onPaste],
    ['submit', onSubmit],
    ['click', onPressed],
  ] as [string, EventListener][];
  for (const [name, listener] of listened) document.addEventListener(name, listener, true);
  // Even this came later than the fields: what was changed in them meanwhile, or is restored from an earlier visit, counts too.
  for (const element of document.querySelectorAll<Typed>('input, textarea, select'))
    if (isChanged(element)) keep(element, typedAgain(element));
  const onAwake = (): void => {
    // What is pressed from now on is answered; what is still being typed belongs to what was typed before.
    for (const [name, listener] of listened.slice(2)) document.removeEventListener(name, listener, true);
    // Not in the midst of React's own work, where it answers nobody.
    setTimeout(() => {
      for (const [name, listener] of listened) document.removeEventListener(name, listener, true);
      void doAgain(acts.values());
    });
  };
  document.addEventListener(awake_event, onAwake, { once: true });
}

/** One after the other: what is sent must know of what was typed. */
async function doAgain(acts: Iterable<() => void>): Promise<void> {
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
 * of which nothing follows, makes it look.
 */
function typedAgain(element: Typed): () => void {
  if (isTick(element)) {
    const { checked } = element;
    return () => {
      if (!element.isConnected) return;
      makeSeen(element);
      element.checked = !checked;
      element.click();
    };
  }
  const { value } = element;
  return () => {
    if (!element.isConnected) return;
    makeSeen(element);
    const prototype = Object.getPrototypeOf(element) as object;
    if (!(element instanceof HTMLSelectElement)) element.value = '';
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(element, value);
    for (const name of ['input', 'change']) element.dispatchEvent(new Event(name, { bubbles: true }));
  };
}

function pasteAgain(element: Typed, text: string): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const is_left = element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  if (!is_left || element instanceof HTMLSelectElement) return;
  element.setRangeText(text);
  element.dispatchEvent(new Event('input', { bubbles: true }));
}

const makeSeen = (element: Element): boolean => element.dispatchEvent(new Event('input', { bubbles: true }));
