import { createFileRoute } from '@tanstack/react-router';
import { HandOverPage } from '#web/catalog/hand-over-page.tsx';

export const Route = createFileRoute('/hand-over')({ component: HandOverPage });
