/** Words and a button in the new tab, while it is still a blank page of the shop's: only that document, without a style sheet or markup. */
export function showInTab(shown: Document, said: { text: string; button?: string; onPress?: () => void }): void {
  const { body } = shown;
  shown.title = 'Toile';
  while (body.firstChild) body.firstChild.remove();
  body.style.cssText = 'margin:0;padding:24px 20px;background:#f4f1ea;color:#17150f;font:18px/1.45 system-ui,sans-serif';
  const words = shown.createElement('p');
  words.textContent = said.text;
  words.style.cssText = 'margin:0 0 24px;max-width:32em';
  words.setAttribute('role', 'status');
  body.appendChild(words);
  if (said.button === undefined) return;
  const button = shown.createElement('button');
  button.textContent = said.button;
  button.style.cssText =
    'min-height:56px;padding:8px 22px;border:1px solid #17150f;border-radius:0;cursor:pointer;background:#17150f;color:#f8f5ee;font:inherit;font-weight:500';
  button.addEventListener('click', () => said.onPress?.());
  body.appendChild(button);
  button.focus();
}
