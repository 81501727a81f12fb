import { createFileRoute } from '@tanstack/react-router';
import { YouLayout } from '#web/people/you-layout.tsx';

export const Route = createFileRoute('/profile')({ component: YouLayout });
