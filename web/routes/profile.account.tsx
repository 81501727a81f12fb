import { createFileRoute } from '@tanstack/react-router';
import { AccountPage } from '#web/people/account-page.tsx';

export const Route = createFileRoute('/profile/account')({ component: AccountPage });
