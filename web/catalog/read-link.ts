/** Reads what was pasted into the link field as a web address; `jcrew.com/p/1` gets its https. null when it is none. */
export function readLink(text: string): string | null {
  const trimmed = text.trim();
  // Phones share "Look at this https://…": the address is what counts.
  const found = /https?:\/\/\S+/i.exec(trimmed)?.[0] ?? (/^[\w-]+(\.[\w-]+)+([/?#]\S*)?$/.test(trimmed) ? `https://${trimmed}` : null);
  return found && URL.canParse(found) ? found : null;
}

/** The address when a browser may follow it: a page handed over by a stranger may say `javascript:`. */
export function safeLink(url: string): string | undefined {
  return /^https?:\/\//i.test(url) && URL.canParse(url) ? url : undefined;
}
