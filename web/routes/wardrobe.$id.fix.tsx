import { createFileRoute } from '@tanstack/react-router';
import { FixPage } from '#web/wardrobe/fix-page.tsx';

export const Route = createFileRoute('/wardrobe/$id/fix')({ component: FixImage });

function FixImage() {
  const { id } = Route.useParams();
  return <FixPage key={id} id={id} />;
}
