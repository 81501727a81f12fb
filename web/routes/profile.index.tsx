import { createFileRoute } from '@tanstack/react-router';
import { ProfilePage } from '#web/people/profile-page.tsx';

export const Route = createFileRoute('/profile/')({ component: ProfilePage });
