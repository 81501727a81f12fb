import { tanstackRouter } from '@tanstack/router-plugin/vite';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = import.meta.dirname;

export default defineConfig({
  root: here,
  plugins: [
    tanstackRouter({
      target: 'react',
      autoCodeSplitting: true,
      routesDirectory: `${here}/routes`,
      generatedRouteTree: `${here}/routeTree.gen.ts`,
      addExtensions: true,
      disableLogging: true,
    }),
    react(),
    tailwindcss(),
  ],
  build: {
    outDir: `${here}/../dist/web`,
    manifest: true,
    rollupOptions: { input: `${here}/main.tsx` },
    emptyOutDir: true,
    // The content security policy forbids data: scripts and fonts; pictures stay files so that they are cached.
    assetsInlineLimit: 0,
  },
});
