import { createFileRoute } from '@tanstack/react-router';
import { OperatorPage } from '#web/operator/operator-page.tsx';

export const Route = createFileRoute('/operator')({ component: OperatorPage });
