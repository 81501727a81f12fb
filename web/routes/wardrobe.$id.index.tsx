import { createFileRoute } from '@tanstack/react-router';
import { ItemPage } from '#web/wardrobe/item-page.tsx';

export const Route = createFileRoute('/wardrobe/$id/')({ component: Owned });

function Owned() {
  const { id } = Route.useParams();
  return <ItemPage key={id} id={id} />;
}
