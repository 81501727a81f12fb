import { createFileRoute } from '@tanstack/react-router';
import { AddPage } from '#web/wardrobe/add-page.tsx';

/** `for`: the photo is another one of an item that is there already. */
export const Route = createFileRoute('/wardrobe/add')({
  validateSearch: ({ for: item_id }: Record<string, unknown>): { for?: string } => (typeof item_id === 'string' ? { for: item_id } : {}),
  component: Add,
});

function Add() {
  return <AddPage item_id={Route.useSearch().for} />;
}
