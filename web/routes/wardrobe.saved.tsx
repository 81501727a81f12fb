import { createFileRoute } from '@tanstack/react-router';
import { SavedPage } from '#web/wardrobe/saved-page.tsx';

export const Route = createFileRoute('/wardrobe/saved')({ component: SavedPage });
