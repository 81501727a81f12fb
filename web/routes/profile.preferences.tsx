import { createFileRoute } from '@tanstack/react-router';
import { PreferencesPage } from '#web/people/preferences-page.tsx';

export const Route = createFileRoute('/profile/preferences')({ component: PreferencesPage });
