import { HeadContent, Outlet, Scripts, createRootRouteWithContext, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { AppContext } from '#web/app-context.ts';
import { BrokenPage } from '#web/design/broken-page.tsx';
import { Layout } from '#web/design/layout.tsx';
import { MissingPage } from '#web/design/missing-page.tsx';
import { Providers } from '#web/design/providers.tsx';
import instrument_sans from '#web/design/fonts/instrument-sans-latin.woff2';
import newsreader from '#web/design/fonts/newsreader-latin.woff2';
import mark from '#web/design/mark.svg';
import { directionOf } from '#web/messages/languages.ts';
import { theme_script } from '#web/people/theme.ts';

export const Route = createRootRouteWithContext<AppContext>()({
  // The frame is rendered on the server for every page; what stands in it only where a page says so.
  ssr: true,
  shellComponent: Document,
  component: App,
  notFoundComponent: () => <MissingPage />,
  errorComponent: BrokenPage,
});

/** The document itself. The script in its head runs before anything is painted, so that a chosen theme never flashes. */
function Document({ children }: { children: ReactNode }) {
  const { t } = Route.useRouteContext();
  return (
    <html lang={t.locale} dir={directionOf(t.locale)} suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#F4F1EA" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#171613" media="(prefers-color-scheme: dark)" />
        {/* Every page sets both in its first line. */}
        <link rel="preload" as="font" type="font/woff2" href={newsreader} crossOrigin="anonymous" />
        <link rel="preload" as="font" type="font/woff2" href={instrument_sans} crossOrigin="anonymous" />
        <link rel="icon" type="image/svg+xml" href={mark} />
        {/* With cookies, because one says the language. */}
        <link rel="manifest" href="/manifest.webmanifest" crossOrigin="use-credentials" />
        <link rel="apple-touch-icon" href="/icon-180.png" />
        <script nonce={useRouter().options.ssr?.nonce} dangerouslySetInnerHTML={{ __html: theme_script }} />
        <HeadContent />
      </head>
      <body>
        {children}
        <Scripts />
      </body>
    </html>
  );
}

function App() {
  const { api, queries, t } = Route.useRouteContext();
  return (
    <Providers api={api} queries={queries} t={t}>
      <Layout>
        <Outlet />
      </Layout>
    </Providers>
  );
}
