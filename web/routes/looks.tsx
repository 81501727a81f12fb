import { createFileRoute } from '@tanstack/react-router';
import { LooksPage } from '#web/mirror/looks-page.tsx';

export const Route = createFileRoute('/looks')({ component: LooksPage });
