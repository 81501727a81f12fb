import { createFileRoute } from '@tanstack/react-router';
import { readShared } from '#web/catalog/read-shared.ts';
import { SharePage } from '#web/catalog/share-page.tsx';

/** Phones send what they like under these names (web/server/render-manifest.ts). */
const textOf = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : undefined);

export const Route = createFileRoute('/share')({
  validateSearch: ({ title, text, url }: Record<string, unknown>) => ({ title: textOf(title), text: textOf(text), url: textOf(url) }),
  component: Share,
});

function Share() {
  const shared = readShared(Route.useSearch());
  return <SharePage key={shared.kind === 'link' ? shared.link : shared.kind} shared={shared} />;
}
