/**
 * Puts a text on the clipboard, within a press; false when the browser does not let us. Told to the event instead of selected
 * in a field: a page of some MB laid out in one keeps the tab busy for half a minute.
 */
export function copyText(from: Document, text: string): boolean {
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  // Some browsers copy only where something is selected.
  from.getSelection()?.selectAllChildren(from.body);
  from.addEventListener('copy', fill);
  const is_copied = from.execCommand('copy');
  from.removeEventListener('copy', fill);
  return is_copied;
}
